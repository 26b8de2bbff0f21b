import { Button, Modal, NativeSelect, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../api/client";
import { approximately, typedAmount } from "../api/exact";
import { usePermission } from "../app/session";
import { AmountInput } from "./AmountInput";
import { Credits } from "./Amount";
import { MoneyDialog, type Change } from "./MoneyDialog";
import { DataTable } from "./table/DataTable";
import { wholeList, type Column } from "./table/types";

type Limit = Schemas["Limit"];
type NewLimit = Schemas["SetLimit"];

/** Whose limits: of one user, of each member of a group, or of everybody; maybe only those of one model. */
export interface Whose {
  scope: NewLimit["scope"];
  subject?: string;
  modelId?: string;
  name: string;
}

const METRICS = ["credits", "requests", "tokens_input", "tokens_output", "images", "audio_seconds"] as const;
const SPANS = ["day", "week", "month"] as const;
const CHANGES = [["limits"], ["users", "one"]] as const;

/** The caps that hold beside the balance: a call beyond one is refused until its day, week or month ends. */
export function LimitsDialog({ whose, onClose }: { whose: Whose; onClose: () => void }) {
  const { t } = useTranslation();
  const mayChange = usePermission("money");
  const [changed, change] = useState<Limit | "new">();
  const [removed, remove] = useState<Limit>();
  const { scope, subject, modelId } = whose;
  const columns: Column<Limit>[] = [
    { id: "what", header: t("limit.what"), cell: (limit) => <>{t(`limit.metric.${limit.metric}`, limit.metric)} {t(`limit.per.${limit.per}`, limit.per)}</> },
    { id: "model", header: t("limit.model"), cell: (limit) => limit.model_id ?? <span className="quiet">{t("limit.allModels")}</span> },
    { id: "cap", header: t("limit.cap"), numeric: true, cell: (limit) => <Credits value={limit.cap} /> },
    { id: "source", header: t("limit.source"), wide: true, cell: (limit) => <span className="quiet">{t(`limit.by.${limit.source}`, limit.source)}</span> },
  ];
  const close = (): void => change(undefined);
  return (
    <Modal opened onClose={onClose} title={t("limit.title", { name: whose.name })} size="lg">
      <Text size="sm" className="quiet" mb="sm">{t(`limit.hint.${scope}`)}</Text>
      <DataTable
        name="limits" scope={[scope, subject ?? "", modelId ?? ""]} prefix="l." label={t("limit.limits")} columns={columns} rowKey={(limit) => limit.id} pageSizes={[25]}
        toolbar={mayChange && <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => change("new")}>{t("limit.add")}</Button>}
        load={async (query) => {
          const wanted = { scope, subject: subject ?? null, model_id: modelId ?? null };
          return wholeList(query, await call(api.GET("/api/credits/limits", { params: { query: wanted } })), () => "", {});
        }}
        empty={{ title: t("limit.none"), hint: t("limit.noneHint") }}
        actions={mayChange ? (limit) => (limit.source === "admin" ? [{ label: t("limit.change"), onClick: () => change(limit) }, { label: t("limit.remove"), danger: true, onClick: () => remove(limit) }] : []) : undefined}
      />
      {changed && <Form whose={whose} limit={changed === "new" ? undefined : changed} onClose={close} />}
      {removed && (
        <MoneyDialog opened danger onClose={() => remove(undefined)} title={t("limit.remove")} submit={t("limit.remove")} reason="optional" changes={CHANGES} send={({ reason }) => call(api.DELETE("/api/credits/limits/{limit_id}", { params: { path: { limit_id: removed.id }, query: { reason } } }))}>
          <Text size="sm">{t("limit.removeText")}</Text>
        </MoneyDialog>
      )}
    </Modal>
  );
}

/** Setting a limit again changes it, so its key is what it counts, for which model and how long. */
function Form({ whose, limit, onClose }: { whose: Whose; limit: Limit | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const [metric, setMetric] = useState(METRICS.find((one) => one === limit?.metric) ?? "credits");
  const [per, setPer] = useState(SPANS.find((one) => one === limit?.per) ?? "day");
  const [model, setModel] = useState(limit?.model_id ?? whose.modelId ?? "");
  const [text, setText] = useState(limit ? String(limit.cap) : "");
  const cap = typedAmount(text);
  const body = { scope: whose.scope, subject: whose.subject ?? null, metric, per, model_id: model.trim() || null, cap: cap ?? "0" };
  const send = ({ reason, key }: Change): Promise<unknown> => call(api.POST("/api/credits/limits", { body: { ...body, reason }, headers: { "Idempotency-Key": key } }));
  return (
    <MoneyDialog opened onClose={onClose} title={limit ? t("limit.change") : t("limit.add")} reason="optional" changes={CHANGES} ready={cap !== undefined && approximately(cap) >= 0} send={send}>
      <AmountInput label={t("limit.cap")} required data-autofocus value={text} onChange={setText} />
      <NativeSelect label={t("limit.what")} disabled={Boolean(limit)} value={metric} onChange={(event) => setMetric(event.currentTarget.value as typeof metric)} data={METRICS.map((value) => ({ value, label: t(`limit.metric.${value}`) }))} />
      <NativeSelect label={t("limit.span")} disabled={Boolean(limit)} value={per} onChange={(event) => setPer(event.currentTarget.value as typeof per)} data={SPANS.map((value) => ({ value, label: t(`limit.per.${value}`) }))} />
      <TextInput label={t("limit.model")} description={t("limit.modelHint")} disabled={Boolean(limit) || whose.modelId !== undefined} maxLength={255} value={model} onChange={(event) => setModel(event.currentTarget.value)} />
    </MoneyDialog>
  );
}
