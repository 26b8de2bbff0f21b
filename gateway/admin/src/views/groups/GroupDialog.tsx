import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, newKey, type Schemas } from "../../api/client";
import { typedAmount } from "../../api/exact";
import { AmountInput } from "../../components/AmountInput";
import { MoneyDialog } from "../../components/MoneyDialog";

/** Changes what a group gives its members, or makes a group of our own. */
export function GroupDialog({ group, onClose }: { group: Schemas["ListedGroup"] | undefined; onClose: () => void }) {
  const { t } = useTranslation("groups");
  const [id] = useState(() => group?.id ?? `own-${newKey().slice(0, 12)}`);
  const [name, setName] = useState(group?.name ?? "");
  const [credits, setCredits] = useState(String(group?.default_credits ?? "0"));
  const [priority, setPriority] = useState(String(group?.priority ?? 0));
  const amount = typedAmount(credits);
  const rank = /^-?\d{1,6}$/.test(priority) ? Number(priority) : undefined;
  const send = ({ reason }: { reason: string }) =>
    call(api.POST("/api/credits/groups/update", { body: { group_id: id, name, default_credits: amount ?? "0", priority: rank ?? 0, reason } }));
  return (
    <MoneyDialog opened onClose={onClose} title={group ? t("edit.title") : t("new")} send={send} ready={Boolean(name.trim()) && amount !== undefined && rank !== undefined} changes={[["groups"], ["users"]]} reason="optional">
      <TextInput label={t("name")} required maxLength={255} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <AmountInput label={t("allowance")} description={t("edit.hint")} value={credits} onChange={setCredits} data-autofocus />
      <TextInput label={t("priority")} description={t("edit.priority")} inputMode="numeric" value={priority} onChange={(event) => setPriority(event.currentTarget.value)} />
    </MoneyDialog>
  );
}
