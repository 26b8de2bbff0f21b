import { Skeleton, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { approximately, type Exact } from "../../api/exact";
import { Credits } from "../../components/Amount";

interface SharesProps {
  title: string;
  rows: Schemas["Share"][] | undefined;
  whole: Exact | undefined;
  /** Whether the rows are users. */
  linked?: boolean;
}

export function Shares({ title, rows, whole, linked = false }: SharesProps) {
  const { t } = useTranslation("overview");
  const all = whole === undefined ? 0 : approximately(whole);
  return (
    <section className="card pad">
      <h2 className="card-title">{title}</h2>
      {!rows && <Skeleton height={120} />}
      {rows?.length === 0 && <Text size="sm" className="quiet">{t("nothingUsed")}</Text>}
      <Stack gap={10}>
        {rows?.map((row) => (
          <div key={row.id} className="share">
            {linked ? <Link className="link clip" to={`/users/${encodeURIComponent(row.id)}`}>{row.name ?? row.id}</Link> : <span className="clip">{row.id}</span>}
            <Credits value={row.credits_used} />
            <progress max={all || 1} value={Math.max(0, approximately(row.credits_used))} aria-label={row.name ?? row.id} />
          </div>
        ))}
      </Stack>
    </section>
  );
}
