import { Checkbox, NativeSelect, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { send, type Schemas } from "../../api/client";
import { typedAmount } from "../../api/exact";
import { AmountInput } from "../../components/AmountInput";
import { MoneyDialog } from "../../components/MoneyDialog";
import { SALES } from "../payments/parts";

type Code = Schemas["PromoCodeWire"];

const KINDS = ["percent", "amount", "credits"];
const CURRENCIES = ["RUB", "USD", "EUR"];

const dayOf = (seconds: number | null | undefined): string => (seconds ? new Date(seconds * 1000).toISOString().slice(0, 10) : "");
const startOf = (day: string): number | null => (day ? Date.parse(`${day}T00:00:00Z`) / 1000 : null);
const wholeOrNone = (text: string): number | null | undefined => (text.trim() === "" ? null : /^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : undefined);

/** What a code is worth is fixed when it is made; who may still use it can change. */
export function CodeDialog({ code, onClose }: { code: Code | undefined; onClose: () => void }) {
  const { t } = useTranslation("promo-codes");
  const [draft, setDraft] = useState({
    code: code?.code ?? "", kind: code?.kind ?? "percent", value: String(code?.value ?? ""), currency: code?.currency ?? "RUB",
    plans: (code?.plan_ids ?? []).join(", "), topUps: code?.applies_to_top_ups ?? true, active: code?.is_active ?? true,
    from: dayOf(code?.starts_at), until: dayOf(code?.ends_at), total: String(code?.max_redemptions ?? ""), each: String(code ? (code.max_per_user ?? "") : 1), note: code?.note ?? "",
  });
  const change = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const [total, each, value] = [wholeOrNone(draft.total), wholeOrNone(draft.each), typedAmount(draft.value)];
  const plans = draft.plans.split(",").map((id) => id.trim()).filter(Boolean);
  const terms = {
    plan_ids: plans.length ? plans : null, applies_to_top_ups: draft.topUps, is_active: draft.active, starts_at: startOf(draft.from), ends_at: startOf(draft.until),
    max_redemptions: total, max_per_user: each, note: draft.note.trim() || null,
  };
  const post = (): Promise<unknown> =>
    code
      ? send("PUT", `${SALES}/promo-codes/${code.code}`, terms)
      : send("POST", `${SALES}/promo-codes`, { ...terms, code: draft.code.trim() || null, kind: draft.kind, value, currency: draft.kind === "amount" ? draft.currency : null });
  return (
    <MoneyDialog opened onClose={onClose} title={code ? `${t("edit")}: ${code.code}` : t("new")} reason="none" send={post} ready={value !== undefined && total !== undefined && each !== undefined} changes={[["promo-codes"]]}>
      {!code && (
        <>
          <TextInput label={t("code")} description={t("codeHint")} maxLength={64} value={draft.code} onChange={(event) => change({ code: event.currentTarget.value })} data-autofocus />
          <SimpleGrid cols={draft.kind === "amount" ? 3 : 2} spacing="xs">
            <NativeSelect label={t("kind.title")} value={draft.kind} onChange={(event) => change({ kind: event.currentTarget.value })} data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
            <AmountInput label={t("worth")} required value={draft.value} onChange={(typed) => change({ value: typed })} />
            {draft.kind === "amount" && <NativeSelect label={t("currency")} value={draft.currency} onChange={(event) => change({ currency: event.currentTarget.value })} data={CURRENCIES} />}
          </SimpleGrid>
        </>
      )}
      <TextInput label={t("plans")} description={t("plansHint")} value={draft.plans} onChange={(event) => change({ plans: event.currentTarget.value })} />
      <SimpleGrid cols={2} spacing="xs">
        <TextInput type="date" label={t("from")} value={draft.from} onChange={(event) => change({ from: event.currentTarget.value })} />
        <TextInput type="date" label={t("until")} value={draft.until} onChange={(event) => change({ until: event.currentTarget.value })} />
        <TextInput label={t("total")} placeholder="∞" inputMode="numeric" value={draft.total} onChange={(event) => change({ total: event.currentTarget.value })} />
        <TextInput label={t("each")} placeholder="∞" inputMode="numeric" value={draft.each} onChange={(event) => change({ each: event.currentTarget.value })} />
      </SimpleGrid>
      <Checkbox label={t("topUpsToo")} checked={draft.topUps} onChange={(event) => change({ topUps: event.currentTarget.checked })} />
      <Checkbox label={t("isOn")} checked={draft.active} onChange={(event) => change({ active: event.currentTarget.checked })} />
      <Textarea label={t("note")} maxLength={1000} autosize value={draft.note} onChange={(event) => change({ note: event.currentTarget.value })} />
    </MoneyDialog>
  );
}
