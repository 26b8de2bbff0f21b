import { Modal, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { read, withQuery, type Schemas } from "../../api/client";
import { When } from "../../components/Amount";
import { Facts, Recorded } from "../../components/Facts";
import { PageHeader } from "../../components/PageHeader";
import { DataTable } from "../../components/table/DataTable";
import { dayBounds, keysetPage, type Column, type Filter, type ListQuery } from "../../components/table/types";

type Log = Schemas["SystemLog"];

export default function SystemLog() {
  const { t } = useTranslation("system-log");
  const [open, setOpen] = useState<Log>();
  const columns: Column<Log>[] = [
    { id: "time", header: t("time"), width: 170, cell: (log) => <When at={log.created_at} /> },
    { id: "type", header: t("type"), wide: true, cell: (log) => <span className="mono">{log.log_type}</span> },
    { id: "actor", header: t("actor"), wide: true, cell: (log) => log.actor },
    { id: "message", header: t("message"), cell: (log) => log.message },
  ];
  const filters: Filter[] = [
    { id: "type", label: t("type") },
    { id: "actor", label: t("actor") },
    { id: "since", label: t("app:time.from"), dated: true },
    { id: "until", label: t("app:time.to"), dated: true },
  ];
  const asked = (query: ListQuery) => ({ ...query.filters, ...dayBounds(query), search: query.search });
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")} />
      <DataTable
        name="system-log" label={t("title")} columns={columns} rowKey={(log) => String(log.id)} searchable filters={filters} pageSizes={[50, 25, 100]} live
        load={async (query) => {
          const page = await read<Schemas["SystemLogPage"]>("/api/credits/system-logs", { ...asked(query), limit: String(query.limit), before: query.cursor });
          return keysetPage(page.logs, page.total, page.logs.length === query.limit);
        }}
        exportUrl={(query, format) => withQuery("/api/ledger/system-logs/export", { ...asked(query), format })}
        onOpen={setOpen}
        empty={{ title: t("empty"), hint: t("emptyHint") }}
      />
      <Modal opened={Boolean(open)} onClose={() => setOpen(undefined)} title={t("entry")} size="lg">
        {open && (
          <Stack gap="md">
            <Facts of={[[t("time"), <When key="t" at={open.created_at} />], [t("type"), <span key="k" className="mono">{open.log_type}</span>], [t("actor"), open.actor], [t("message"), open.message]]} />
            {open.metadata && <Recorded value={JSON.parse(open.metadata) as unknown} />}
          </Stack>
        )}
      </Modal>
    </>
  );
}
