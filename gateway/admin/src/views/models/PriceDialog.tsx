import { Checkbox, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { ApiProblem } from "../../api/problem";
import { AmountInput } from "../../components/AmountInput";
import { MoneyDialog, type Change } from "../../components/MoneyDialog";
import { converted, momentOf, single, stated, UNITS, type Mode, type Model } from "./prices";

type Typed = Record<string, string>;

interface PriceDialogProps {
  model: Model;
  per: string;
  onClose: () => void;
}

/** The prices of one model, typed for as many tokens as the list shows them for. */
export function PriceDialog({ model, per, onClose }: PriceDialogProps) {
  const { t } = useTranslation("models");
  const settings = useQuery({ queryKey: ["settings"], queryFn: () => call(api.GET("/api/credits/settings")) });
  const ratio = settings.data?.usd_to_credit_ratio;
  const [mode, setMode] = useState<Mode>("credits");
  const [typed, setTyped] = useState<Typed>(() => Object.fromEntries(UNITS.map((unit) => [unit, unit in model.prices ? stated(unit, model.prices[unit] ?? 0, per) : ""])));
  const [free, setFree] = useState(model.is_free);
  const [from, setFrom] = useState("");
  const [jump, setJump] = useState<"unseen" | "seen" | "meant">("unseen");
  const prices = Object.fromEntries(UNITS.map((unit) => [unit, typed[unit]?.trim() ? single(unit, typed[unit], per) : null]));
  const ready = Object.values(prices).every((price) => price !== undefined) && prices["input"] !== null && prices["output"] !== null;
  const turn = (to: Mode): void => {
    if (ratio === undefined) return;
    setTyped(Object.fromEntries(Object.entries(typed).map(([unit, text]) => [unit, converted(text, to, ratio)])));
    setMode(to);
  };
  const send = async ({ reason, key }: Change): Promise<void> => {
    const { input, output, ...others } = prices;
    try {
      await call(api.POST("/api/credits/models/update", {
        params: { header: { "idempotency-key": key } },
        body: {
          model_id: model.id, context_price: input ?? "0", generation_price: output ?? "0", prices: others as Record<string, string | null>,
          price_mode: mode, is_free: free, actor: "admin", effective_from: momentOf(from) ?? null, confirm_jump: jump === "meant", reason,
        },
      }));
    } catch (error) {
      if (error instanceof ApiProblem && error.slug === "price-jump" && jump === "unseen") setJump("seen");
      throw error;
    }
  };
  return (
    <MoneyDialog opened onClose={onClose} title={t("edit.title", { name: model.name })} send={send} ready={ready} reason="optional" changes={[["models"]]}>
      <SegmentedControl size="xs" aria-label={t("currency")} value={mode} onChange={(to) => turn(to as Mode)} disabled={ratio === undefined} data={[{ value: "credits", label: t("credits") }, { value: "usd", label: t("usd") }]} />
      <Checkbox size="sm" label={t("edit.free")} checked={free} onChange={(event) => setFree(event.currentTarget.checked)} />
      <Fields typed={typed} onType={(unit, text) => setTyped({ ...typed, [unit]: text })} mode={mode} per={per} ratio={ratio} />
      {model.inherited_from !== null && <Text size="xs" className="quiet">{t("edit.heir", { base: model.inherited_from })}</Text>}
      <TextInput type="datetime-local" label={t("effectiveFrom")} description={t("effectiveHint")} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
      {jump !== "unseen" && <Checkbox size="sm" label={t("confirmJump")} checked={jump === "meant"} onChange={(event) => setJump(event.currentTarget.checked ? "meant" : "seen")} />}
    </MoneyDialog>
  );
}

interface FieldsProps {
  typed: Typed;
  onType: (unit: string, text: string) => void;
  mode: Mode;
  per: string;
  ratio: string | number | undefined;
}

function Fields({ typed, onType, mode, per, ratio }: FieldsProps) {
  const { t } = useTranslation("models");
  const other: Mode = mode === "usd" ? "credits" : "usd";
  const also = (text: string): string | undefined =>
    ratio !== undefined && text.trim() ? `≈ ${other === "usd" ? "$" : ""}${converted(text, other, ratio)}${other === "credits" ? ` ${t("creditsShort")}` : ""}` : undefined;
  const wrong = (unit: string): string | undefined => (typed[unit]?.trim() && single(unit, typed[unit], per) === undefined ? t("edit.tooFine") : undefined);
  return (
    <Stack gap={6}>
      <Text size="xs" className="quiet">{t("edit.per", { count: Number(per), formatted: Number(per).toLocaleString() })}</Text>
      <div className="price-fields">
        {UNITS.map((unit) => (
          <AmountInput key={unit} label={t(`app:unit.${unit}`)} required={unit === "input" || unit === "output"} value={typed[unit] ?? ""} onChange={(text) => onType(unit, text)} error={wrong(unit)} description={also(typed[unit] ?? "")} inputWrapperOrder={["label", "input", "description", "error"]} />
        ))}
      </div>
    </Stack>
  );
}
