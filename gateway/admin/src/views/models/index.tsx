import { Button, NativeSelect, Tabs } from "@mantine/core";
import "@mantine/core/styles/Tabs.css";
import { IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePermission } from "../../app/session";
import { useUrlState } from "../../app/urlState";
import { PageHeader } from "../../components/PageHeader";
import { ImportDialog, type Imported } from "./ImportDialog";
import { List } from "./List";
import { PER } from "./prices";
import { Proposals } from "./Proposals";
import "./models.css";

export default function Models() {
  const { t } = useTranslation("models");
  const mayChange = usePermission("prices");
  const [url, setUrl] = useUrlState();
  const [importing, setImporting] = useState(false);
  const [imported, setImported] = useState<Imported>();
  const tab = url["tab"] === "proposals" ? "proposals" : "prices";
  const per = PER.find((one) => one === url["per"]) ?? "1000000";
  const open = (name: string | null): void => setUrl({ tab: name === "prices" ? undefined : (name ?? undefined), q: undefined, after: undefined, page: undefined, sort: undefined });
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")}>
        <NativeSelect size="xs" aria-label={t("per")} value={per} onChange={(event) => setUrl({ per: event.currentTarget.value })} data={PER.map((value) => ({ value, label: t(`perTokens.${value}`) }))} />
        {mayChange && <Button size="xs" variant="default" leftSection={<IconUpload size={14} />} onClick={() => setImporting(true)}>{t("import.title")}</Button>}
      </PageHeader>
      <Tabs value={tab} onChange={open} keepMounted={false} className="tabs">
        <Tabs.List mb="sm" aria-label={t("title")}>
          <Tabs.Tab value="prices">{t("prices")}</Tabs.Tab>
          <Tabs.Tab value="proposals">{t("proposals")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="prices"><List per={per} /></Tabs.Panel>
        <Tabs.Panel value="proposals"><Proposals per={per} imported={imported} /></Tabs.Panel>
      </Tabs>
      {importing && (
        <ImportDialog
          onClose={() => setImporting(false)}
          onDone={(result) => {
            setImported(result);
            open("proposals");
          }}
        />
      )}
    </>
  );
}
