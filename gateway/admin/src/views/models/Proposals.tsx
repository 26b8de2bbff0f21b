import { Alert, Button, Checkbox, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { usePermission } from "../../app/session";
import { When } from "../../components/Amount";
import { MoneyDialog, type Change } from "../../components/MoneyDialog";
import { Pill } from "../../components/Pill";
import { DataTable } from "../../components/table/DataTable";
import { offsetOf, offsetPage, type Column } from "../../components/table/types";
import { Move } from "./BulkPreview";
import type { Imported } from "./ImportDialog";
import { momentOf } from "./prices";

type Proposal = Schemas["ProposedPrice"];
const STATES = ["open", "approved", "rejected", "superseded"] as const;

interface ProposalsProps {
  per: string;
  imported: Imported | undefined;
}

/** Prices that a file proposed, beside those that count. */
export function Proposals({ per, imported }: ProposalsProps) {
  const { t } = useTranslation("models");
  const mayChange = usePermission("prices");
  const [deciding, decide] = useState<{ rows: Proposal[]; decision: "approve" | "reject"; done: () => void }>();
  const columns: Column<Proposal>[] = [
    { id: "model", header: t("model"), cell: (row) => <div className="two-lines"><span className="clip">{row.name ?? row.model_id}</span><small className="clip">{row.model_id}</small></div> },
    { id: "input", header: t("input"), numeric: true, cell: (row) => <Move unit="input" before={row.current_prices ?? {}} after={row.prices} per={per} /> },
    { id: "output", header: t("output"), numeric: true, cell: (row) => <Move unit="output" before={row.current_prices ?? {}} after={row.prices} per={per} /> },
    { id: "notes", header: t("notes"), wide: true, cell: (row) => <span className="pills">{row.is_free && <Pill tone="good">{t("show.free")}</Pill>}{row.jumps.length > 0 && <Pill tone="warn">{t("jump")}</Pill>}{row.note}</span> },
    { id: "source", header: t("source"), wide: true, cell: (row) => <span className="two-lines">{row.source}<small>{row.created_by}</small></span> },
    { id: "at", header: t("proposedAt"), wide: true, cell: (row) => <When at={row.created_at} /> },
  ];
  return (
    <>
      {imported && <Result imported={imported} />}
      <DataTable
        name="proposals" label={t("proposals")} columns={columns} rowKey={(row) => row.id} pageSizes={[50, 200, 1000]}
        filters={[{ id: "status", label: t("state"), options: STATES.map((value) => ({ value, label: t(`decided.${value}`) })) }]}
        empty={{ title: t("noProposals"), hint: t("noProposalsHint") }}
        load={async (query) => {
          const status = STATES.find((state) => state === query.filters["status"]) ?? "open";
          const page = await call(api.GET("/api/credits/models/proposals", { params: { query: { status, limit: query.limit, offset: offsetOf(query) } } }));
          return offsetPage(query, page.proposals, page.total);
        }}
        bulk={mayChange ? (rows, done) => (
          <>
            <Button size="xs" onClick={() => decide({ rows, decision: "approve", done })}>{t("approve")}</Button>
            <Button size="xs" variant="default" onClick={() => decide({ rows, decision: "reject", done })}>{t("reject")}</Button>
          </>
        ) : undefined}
      />
      {deciding && <DecideDialog {...deciding} onClose={() => decide(undefined)} />}
    </>
  );
}

function Result({ imported }: { imported: Imported }) {
  const { t } = useTranslation("models");
  return (
    <Alert mb="sm" variant="default" role="status" title={t("import.result", { read: imported.read, proposed: imported.proposed, unchanged: imported.unchanged, unknown: imported.unknown, skipped: imported.skipped_total })}>
      {imported.skipped.slice(0, 5).map((one) => <Text key={one.model_id} size="xs"><span className="mono">{one.model_id}</span>: {one.reason}</Text>)}
    </Alert>
  );
}

interface DecideDialogProps {
  rows: Proposal[];
  decision: "approve" | "reject";
  done: () => void;
  onClose: () => void;
}

function DecideDialog({ rows, decision, done, onClose }: DecideDialogProps) {
  const { t } = useTranslation("models");
  const [jump, setJump] = useState(false);
  const [from, setFrom] = useState("");
  const jumps = decision === "approve" ? rows.filter((row) => row.jumps.length > 0).length : 0;
  const send = async ({ reason, key }: Change): Promise<void> => {
    const answer = await call(api.POST("/api/credits/models/proposals/decide", {
      params: { header: { "idempotency-key": key } },
      body: { decision, ids: rows.map((row) => row.id), confirm_jump: jump, effective_from: momentOf(from) ?? null, reason },
    }));
    const refused = answer.results.filter((one) => one.problem);
    if (refused.length) throw new Error(refused.map((one) => `${one.model_id}: ${String(one.problem?.["detail"] ?? "")}`).join("\n"));
    done();
  };
  return (
    <MoneyDialog opened onClose={onClose} title={t(`${decision}Title`, { count: rows.length })} submit={t(decision)} danger={decision === "reject"} send={send} ready={!jumps || jump} reason="optional" changes={[["proposals"], ["models"]]}>
      {decision === "approve" && <TextInput type="datetime-local" label={t("effectiveFrom")} description={t("effectiveHint")} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />}
      {jumps > 0 && <Checkbox size="sm" label={t("confirmJumps", { count: jumps })} checked={jump} onChange={(event) => setJump(event.currentTarget.checked)} />}
    </MoneyDialog>
  );
}
