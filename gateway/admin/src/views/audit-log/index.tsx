import { Modal, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useUrlState } from "../../app/urlState";
import { When } from "../../components/Amount";
import { Trace } from "../../components/ErrorNotice";
import { Facts, Recorded } from "../../components/Facts";
import { PageHeader } from "../../components/PageHeader";
import { DataTable } from "../../components/table/DataTable";
import type { Column, Filter } from "../../components/table/types";
import { FILTERS, loadActs, SOURCES, type Act, type Source } from "./sources";

const DATED = new Set(["since", "until"]);
const NOTHING = { after: undefined, page: undefined, q: undefined, ...Object.fromEntries(Object.values(FILTERS).flat().map((id) => [id, undefined])) };

export default function AuditLog() {
  const { t } = useTranslation("audit-log");
  const [url, setUrl] = useUrlState();
  const [open, setOpen] = useState<Act>();
  const source = SOURCES.find((name) => name === url["log"]) ?? "credits";
  const columns: Column<Act>[] = [
    { id: "time", header: t("time"), width: 170, cell: (act) => <When at={act.at} /> },
    { id: "actor", header: t("actor"), cell: (act) => act.actor },
    { id: "action", header: t("action"), cell: (act) => <span className="mono">{act.action}</span> },
    { id: "target", header: t("target"), wide: true, cell: (act) => <span className="mono">{act.target}</span> },
    { id: "reason", header: t("reason"), wide: true, cell: (act) => <span className="clip" title={act.reason}>{act.reason}</span> },
  ];
  const filters: Filter[] = FILTERS[source].map((id) => ({ id, label: t(`filter.${id}`), dated: DATED.has(id) }));
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")}>
        <SegmentedControl size="xs" aria-label={t("source")} value={source} onChange={(log) => setUrl({ ...NOTHING, log })} data={SOURCES.map((value: Source) => ({ value, label: t(`sources.${value}`) }))} />
      </PageHeader>
      <DataTable
        key={source} name="audit" scope={[source]} label={t("title")} columns={columns} rowKey={(act) => String(act.id)} filters={filters} pageSizes={[50, 100]}
        searchable={source === "credits"} load={(query) => loadActs(source, query)} onOpen={setOpen}
        empty={{ title: t("empty"), hint: t("emptyHint") }}
      />
      <Modal opened={Boolean(open)} onClose={() => setOpen(undefined)} title={t("entry")} size="lg">
        {open && <Detail act={open} />}
      </Modal>
    </>
  );
}

function Detail({ act }: { act: Act }) {
  const { t } = useTranslation("audit-log");
  return (
    <Stack gap="md">
      <Facts
        of={[
          [t("time"), <When key="t" at={act.at} />],
          [t("actor"), act.actor],
          [t("action"), <span key="a" className="mono">{act.action}</span>],
          [t("target"), <span key="o" className="mono">{act.target}</span>],
          [t("reason"), act.reason],
          [t("address"), act.address],
        ]}
      />
      <div className="columns">
        <div><Text size="xs" className="quiet" mb={4}>{t("before")}</Text><Recorded value={act.before} /></div>
        <div><Text size="xs" className="quiet" mb={4}>{t("after")}</Text><Recorded value={act.after} /></div>
      </div>
      {act.traceId && <Trace id={act.traceId} />}
    </Stack>
  );
}
