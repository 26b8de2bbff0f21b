import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { read } from "../../api/client";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Facts } from "../../components/Facts";
import { Loading } from "../../components/Loading";
import { PageHeader } from "../../components/PageHeader";
import { Resets } from "./Resets";
import { Terms } from "./Terms";

/** GET /api/ledger/settings */
interface StartSetting {
  name: string;
  value: string;
  description: string;
}

export default function Settings() {
  const { t } = useTranslation("settings");
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")} />
      <div className="columns">
        <Terms />
        <Stack gap="sm">
          <Resets />
          <Fixed />
        </Stack>
      </div>
    </>
  );
}

/** How the service writes a switch; people read a word. */
const SWITCHES: Record<string, "app:value.yes" | "app:value.no"> = { True: "app:value.yes", False: "app:value.no" };

/** What only a restart changes, with the name by which it is set. */
function Fixed() {
  const { t } = useTranslation("settings");
  const settings = useQuery({ queryKey: ["start-settings"], queryFn: () => read<StartSetting[]>("/api/ledger/settings") });
  const worded = (value: string): string => {
    const word = SWITCHES[value];
    return word ? t(word) : value;
  };
  return (
    <section className="card pad">
      <h2 className="card-title">{t("fixed.title")}</h2>
      {settings.isPending && <Loading />}
      {settings.error && <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />}
      <Facts of={(settings.data ?? []).map((one) => [t(`fixed.${one.name}`, one.description || one.name), <span key={one.name} className="two-lines">{worded(one.value)}<small className="mono">{one.name}</small></span>] as const)} />
    </section>
  );
}
