import { Alert, Button, Checkbox, Group, Modal, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { send, type Schemas } from "../../api/client";
import { ApiProblem } from "../../api/problem";
import { AmountInput } from "../../components/AmountInput";
import { ErrorNotice } from "../../components/ErrorNotice";
import { SALES } from "../payments/parts";
import { bodyOf, CURRENCIES, draftOf, INTERVALS, METRICS, type Draft } from "./draft";
import { PlanCard } from "./PlanCard";

interface PlanDialogProps {
  plan: Schemas["PlanWire"] | undefined;
  subscribers: number;
  onClose: () => void;
}

/** Makes or edits a plan beside the card that users will see. */
export function PlanDialog({ plan, subscribers, onClose }: PlanDialogProps) {
  const { t } = useTranslation("plans");
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(plan));
  const body = bodyOf(draft, plan === undefined);
  const save = useMutation({
    mutationFn: () => (plan ? send("PUT", `${SALES}/plans/${encodeURIComponent(plan.id)}`, body) : send("POST", `${SALES}/plans`, body)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["plans"] });
      notifications.show({ message: t("app:dialog.saved") });
      onClose();
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (body && !save.isPending) save.mutate();
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={plan ? `${t("edit")}: ${plan.name}` : t("new")}>
      <form onSubmit={submit}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
          <Fields draft={draft} isNew={plan === undefined} change={(part) => setDraft({ ...draft, ...part })} problem={save.error instanceof ApiProblem ? save.error : undefined} />
          <Stack gap="sm">
            <PlanCard draft={draft} />
            {plan && subscribers > 0 && draft.price !== String(plan.price) && <Alert variant="default" color="yellow">{t("priceWarning", { count: subscribers })}</Alert>}
            {save.error && <ErrorNotice error={save.error} />}
          </Stack>
        </SimpleGrid>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>{t("app:dialog.cancel")}</Button>
          <Button type="submit" loading={save.isPending} disabled={!body}>{t("app:dialog.save")}</Button>
        </Group>
      </form>
    </Modal>
  );
}

interface FieldsProps {
  draft: Draft;
  isNew: boolean;
  change: (part: Partial<Draft>) => void;
  problem: ApiProblem | undefined;
}

function Fields({ draft, isNew, change, problem }: FieldsProps) {
  const { t } = useTranslation("plans");
  const text = (name: "id" | "name" | "name_ru" | "trial_days" | "display_order") => ({
    label: t(`field.${name}`), value: draft[name], error: problem?.field(name),
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  const area = (name: "description" | "description_ru" | "features") => ({
    label: t(`field.${name}`), value: draft[name], error: problem?.field(name), autosize: true, minRows: 2,
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <Stack gap="sm">
      <TextInput {...text("name")} required maxLength={100} data-autofocus />
      <TextInput {...text("name_ru")} maxLength={100} />
      {isNew && <TextInput {...text("id")} description={t("field.idHint")} maxLength={200} />}
      <SimpleGrid cols={3} spacing="xs">
        <AmountInput label={t("price")} required value={draft.price} onChange={(price) => change({ price })} error={problem?.field("price")} />
        <NativeSelect label={t("field.currency")} value={draft.currency} onChange={(event) => change({ currency: event.currentTarget.value })} data={[...CURRENCIES]} />
        <NativeSelect label={t("field.interval")} value={draft.interval} onChange={(event) => change({ interval: event.currentTarget.value })} data={INTERVALS.map((value) => ({ value, label: t(`interval.${value}`) }))} />
      </SimpleGrid>
      <SimpleGrid cols={3} spacing="xs">
        <AmountInput label={t("credits")} value={draft.included_credits} onChange={(included_credits) => change({ included_credits })} error={problem?.field("included_credits")} />
        <TextInput {...text("trial_days")} inputMode="numeric" />
        <TextInput {...text("display_order")} inputMode="numeric" />
      </SimpleGrid>
      <Textarea {...area("description")} maxLength={1000} />
      <Textarea {...area("description_ru")} maxLength={1000} />
      <Textarea {...area("features")} description={t("field.featuresHint")} />
      <SimpleGrid cols={2} spacing="xs">
        {METRICS.map((metric) => (
          <TextInput key={metric} label={t(`metric.${metric}`)} placeholder={t("unlimited")} inputMode="numeric" value={draft.quotas[metric] ?? ""} onChange={(event) => change({ quotas: { ...draft.quotas, [metric]: event.currentTarget.value } })} />
        ))}
      </SimpleGrid>
      <Checkbox label={t("field.is_active")} checked={draft.is_active} onChange={(event) => change({ is_active: event.currentTarget.checked })} />
    </Stack>
  );
}
