import { Button, NativeSelect, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { big, typedAmount, type Exact } from "../../api/exact";
import { usePermission } from "../../app/session";
import { AmountInput } from "../../components/AmountInput";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Facts } from "../../components/Facts";
import { useFormats } from "../../components/format";
import { Loading } from "../../components/Loading";
import { MoneyDialog } from "../../components/MoneyDialog";

type Terms_ = Schemas["TermsWire"];
const PER = 1_000_000;
const MULTIPLIERS = ["1", "1000", "1000000"];

/** What a credit is worth, and what a model without a price costs. */
export function Terms() {
  const { t } = useTranslation("settings");
  const { exact } = useFormats();
  const mayChange = usePermission("prices");
  const [editing, setEditing] = useState(false);
  const terms = useQuery({ queryKey: ["settings"], queryFn: () => call(api.GET("/api/credits/settings")) });
  const data = terms.data;
  const million = (price: Exact): string => t("perMillion", { credits: exact(big(price).times(PER).toFixed()) });
  return (
    <section className="card pad">
      <h2 className="card-title">{t("terms.title")}</h2>
      {terms.isPending && <Loading />}
      {terms.error && <ErrorNotice error={terms.error} onRetry={() => void terms.refetch()} />}
      {data && (
        <Facts of={[
          [t("terms.ratio"), <>{t("terms.ratioIs", { ratio: exact(data.usd_to_credit_ratio) })}</>],
          [t("terms.multiplier"), t("terms.multiplierIs", { formatted: exact(data.token_multiplier) })],
          [t("terms.policy"), t(`terms.${data.unknown_model_policy}`)],
          [t("terms.defaultInput"), million(data.default_context_price)],
          [t("terms.defaultOutput"), million(data.default_generation_price)],
          [t("terms.jump"), `${exact(data.jump_percent_max)} %`],
        ]} />
      )}
      {data && mayChange && <Button mt="md" size="xs" variant="default" onClick={() => setEditing(true)}>{t("terms.change")}</Button>}
      {editing && data && <TermsDialog terms={data} onClose={() => setEditing(false)} />}
    </section>
  );
}

function TermsDialog({ terms, onClose }: { terms: Terms_; onClose: () => void }) {
  const { t } = useTranslation("settings");
  const [ratio, setRatio] = useState(String(terms.usd_to_credit_ratio));
  const [multiplier, setMultiplier] = useState(String(terms.token_multiplier));
  const [policy, setPolicy] = useState(terms.unknown_model_policy);
  const [input, setInput] = useState(big(terms.default_context_price).times(PER).toFixed());
  const [output, setOutput] = useState(big(terms.default_generation_price).times(PER).toFixed());
  const [jump, setJump] = useState(String(terms.jump_percent_max));
  const amounts = [ratio, input, output, jump].map(typedAmount);
  const ready = amounts.every((amount) => amount !== undefined && !amount.startsWith("-")) && !big(amounts[0] ?? 0).eq(0);
  const single = (typed: string): string => big(typedAmount(typed) ?? 0).times("0.000001").toFixed();
  const send = ({ key }: { key: string }) =>
    call(api.POST("/api/credits/settings", {
      params: { header: { "idempotency-key": key } },
      body: {
        usd_to_credit_ratio: amounts[0] ?? null, token_multiplier: Number(multiplier), unknown_model_policy: policy,
        default_context_price: single(input), default_generation_price: single(output), jump_percent_max: amounts[3] ?? null,
      },
    }));
  return (
    <MoneyDialog opened onClose={onClose} title={t("terms.change")} send={send} ready={ready} reason="none" changes={[["settings"], ["models"]]}>
      <Stack gap="sm">
        <AmountInput label={t("terms.ratio")} description={t("terms.ratioHint")} required value={ratio} onChange={setRatio} />
        <NativeSelect label={t("terms.multiplier")} description={t("terms.multiplierHint")} value={multiplier} onChange={(event) => setMultiplier(event.currentTarget.value)} data={[...new Set([...MULTIPLIERS, multiplier])]} />
        <NativeSelect label={t("terms.policy")} value={policy} onChange={(event) => setPolicy(event.currentTarget.value as Terms_["unknown_model_policy"])} data={(["default", "refuse"] as const).map((value) => ({ value, label: t(`terms.${value}`) }))} />
        <AmountInput label={t("terms.defaultInput")} description={t("terms.million")} required value={input} onChange={setInput} />
        <AmountInput label={t("terms.defaultOutput")} description={t("terms.million")} required value={output} onChange={setOutput} />
        <AmountInput label={t("terms.jump")} description={t("terms.jumpHint")} required value={jump} onChange={setJump} />
        <Text size="xs" className="quiet">{t("terms.after")}</Text>
      </Stack>
    </MoneyDialog>
  );
}
