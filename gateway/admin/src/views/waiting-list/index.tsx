import { Button, Radio, Stack, Text } from "@mantine/core";
import "@mantine/core/styles/Radio.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, read, withQuery } from "../../api/client";
import { usePermission } from "../../app/session";
import { When } from "../../components/Amount";
import { MoneyDialog } from "../../components/MoneyDialog";
import { PageHeader } from "../../components/PageHeader";
import { Pill } from "../../components/Pill";
import { DataTable } from "../../components/table/DataTable";
import { offsetOf, offsetPage, type Column } from "../../components/table/types";
import { PasswordShown, ProcessDialog, type Applicant, type Processed } from "./ProcessDialog";

const PROCESSED: Record<string, string> = { waiting: "false", processed: "true" };

export default function WaitingList() {
  const { t } = useTranslation("waiting-list");
  const mayChange = usePermission("people");
  const [processing, process] = useState<Applicant>();
  const [made, setMade] = useState<Processed>();
  const [cleaning, setCleaning] = useState(false);
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")}>
        {mayChange && <Button size="xs" variant="default" onClick={() => setCleaning(true)}>{t("cleanUp.title")}</Button>}
      </PageHeader>
      <DataTable
        name="waiting-list" label={t("title")} columns={useColumns()} rowKey={(one) => String(one.id)} searchable
        filters={[{ id: "state", label: t("state"), options: Object.keys(PROCESSED).map((value) => ({ value, label: t(value) })) }]}
        load={async (query) => {
          const processed = PROCESSED[query.filters["state"] ?? ""];
          const page = await read<{ applicants: Applicant[]; total: number }>("/api/credits/admin/waiting-list/search", { search: query.search, processed, limit: String(query.limit), offset: String(offsetOf(query)) });
          return offsetPage(query, page.applicants, page.total);
        }}
        exportUrl={(query) => withQuery("/api/credits/admin/waiting-list/download", { processed: PROCESSED[query.filters["state"] ?? ""] })}
        exportFormats={["csv"]}
        empty={{ title: t("empty"), hint: t("emptyHint") }}
        actions={mayChange ? (one) => (one.processed ? [] : [{ label: t("process.action"), onClick: () => process(one) }]) : undefined}
      />
      {processing && <ProcessDialog applicant={processing} onClose={() => process(undefined)} onPassword={setMade} />}
      {made && <PasswordShown processed={made} onClose={() => setMade(undefined)} />}
      {cleaning && <CleanUpDialog onClose={() => setCleaning(false)} />}
    </>
  );
}

function CleanUpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("waiting-list");
  const [scope, setScope] = useState<"processed" | "all">("processed");
  const send = () => call(api.POST("/api/credits/admin/waiting-list/cleanup", { params: { query: { action: "delete", scope } } }));
  return (
    <MoneyDialog opened danger onClose={onClose} title={t("cleanUp.title")} submit={t("cleanUp.submit")} send={send} reason="none" changes={[["waiting-list"]]}>
      <Text size="sm">{t("cleanUp.text")}</Text>
      <Radio.Group value={scope} onChange={(value) => setScope(value as "processed" | "all")} aria-label={t("cleanUp.title")}>
        <Stack gap="xs">
          <Radio size="sm" value="processed" label={t("cleanUp.processed")} />
          <Radio size="sm" value="all" label={t("cleanUp.all")} />
        </Stack>
      </Radio.Group>
    </MoneyDialog>
  );
}

function useColumns(): Column<Applicant>[] {
  const { t } = useTranslation("waiting-list");
  return [
    { id: "name", header: t("name"), cell: (one) => <div className="two-lines"><span className="clip">{one.full_name}</span><small className="clip">{one.email}</small></div> },
    { id: "state", header: t("state"), cell: (one) => <Pill tone={one.processed ? "plain" : "accent"}>{one.processed ? t("processed") : t("waiting")}</Pill> },
    { id: "at", header: t("registered"), wide: true, cell: (one) => <When at={one.created_at} /> },
    { id: "processed", header: t("processedAt"), wide: true, cell: (one) => <span className="two-lines"><When at={one.processed_at} /><small>{one.processed_by}</small></span> },
    { id: "account", header: t("account"), wide: true, cell: (one) => t(`accountIs.${one.account}`, one.account) },
  ];
}
