import { Checkbox, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { big, typedAmount } from "../../api/exact";
import { AmountInput } from "../../components/AmountInput";
import { ErrorNotice } from "../../components/ErrorNotice";
import { MoneyDialog, type Change } from "../../components/MoneyDialog";
import { BulkPreview } from "./BulkPreview";
import { momentOf, single, type Model } from "./prices";

const KINDS = ["percent", "set", "free", "paid"] as const;
type Kind = (typeof KINDS)[number];
type Request = Schemas["BulkRequest"];
const TYPED_MS = 300;

interface BulkDialogProps {
  models: Model[];
  per: string;
  onClose: () => void;
  onDone: () => void;
}

/** Changes the prices of many models to exactly what the preview showed. */
export function BulkDialog({ models, per, onClose, onDone }: BulkDialogProps) {
  const { t } = useTranslation("models");
  const [kind, setKind] = useState<Kind>("percent");
  const [percent, setPercent] = useState("");
  const [input, setInput] = useState("");
  const [output, setOutput] = useState("");
  const [from, setFrom] = useState("");
  const [jump, setJump] = useState(false);
  const asked = change(kind, { percent, input, output, per });
  const base = { model_ids: models.map((model) => model.id), search: "", show: "all", price_mode: "credits", effective_from: momentOf(from) ?? null } as const;
  const [body] = useDebouncedValue<Request | undefined>(asked && { ...base, prices: {}, ...asked }, TYPED_MS);
  const preview = useQuery({
    queryKey: ["bulk-preview", body],
    queryFn: () => call(api.POST("/api/credits/models/bulk/preview", { body: body as Request })),
    enabled: Boolean(asked && body),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const shown = asked ? preview.data : undefined;
  // What is applied is what the preview on the screen was made of, and nothing that was typed since.
  const current = shown !== undefined && !preview.isPlaceholderData && JSON.stringify(body) === JSON.stringify({ ...base, prices: {}, ...asked });
  const send = async ({ reason, key }: Change): Promise<void> => {
    await call(api.POST("/api/credits/models/bulk/apply", { params: { header: { "idempotency-key": key } }, body: { ...(body as Request), digest: shown?.digest ?? "", confirm_jump: jump, reason } }));
    onDone();
  };
  const ready = current && shown.changes.length > 0 && (shown.jumps === 0 || jump);
  return (
    <MoneyDialog opened onClose={onClose} title={t("bulk.title", { count: models.length })} submit={t("bulk.submit", { count: shown?.changes.length ?? 0 })} send={send} ready={ready} reason="optional" changes={[["models"]]}>
      <SegmentedControl size="xs" aria-label={t("bulk.kind")} value={kind} onChange={(value) => setKind(value as Kind)} data={KINDS.map((value) => ({ value, label: t(`bulk.${value}`) }))} />
      {kind === "percent" && <AmountInput label={t("bulk.percentField")} description={t("bulk.percentHint")} data-autofocus value={percent} onChange={setPercent} />}
      {kind === "set" && (
        <div className="price-fields">
          <AmountInput label={t("app:unit.input")} value={input} onChange={setInput} />
          <AmountInput label={t("app:unit.output")} value={output} onChange={setOutput} />
          <Text size="xs" className="quiet">{t("bulk.setHint")}</Text>
        </div>
      )}
      <TextInput type="datetime-local" label={t("effectiveFrom")} description={t("effectiveHint")} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
      {preview.error && asked && <ErrorNotice error={preview.error} />}
      {shown && <BulkPreview preview={shown} per={per} />}
      {shown && shown.jumps > 0 && <Checkbox size="sm" label={t("confirmJumps", { count: shown.jumps })} checked={jump} onChange={(event) => setJump(event.currentTarget.checked)} />}
    </MoneyDialog>
  );
}

interface Fields {
  percent: string;
  input: string;
  output: string;
  per: string;
}

function change(kind: Kind, { percent, input, output, per }: Fields): Pick<Request, "multiply"> | Pick<Request, "prices"> | Pick<Request, "is_free"> | undefined {
  if (kind === "free" || kind === "paid") return { is_free: kind === "free" };
  if (kind === "percent") {
    const share = typedAmount(percent);
    const factor = share === undefined ? undefined : big(share).times("0.01").plus(1);
    return factor?.gt(0) && !factor.eq(1) ? { multiply: factor.toFixed() } : undefined;
  }
  const wanted = Object.entries({ input, output }).filter(([, text]) => text.trim());
  const prices = wanted.map(([unit, text]) => [unit, single(unit, text, per)] as const);
  return prices.length && prices.every(([, price]) => price !== undefined) ? { prices: Object.fromEntries(prices) as Record<string, string> } : undefined;
}
