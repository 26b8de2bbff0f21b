import { List, Text } from "@mantine/core";
import "@mantine/core/styles/List.css";
import { useTranslation } from "react-i18next";
import { big, typedAmount } from "../../api/exact";
import { Count, Credits, Money } from "../../components/Amount";
import { featuresOf, METRICS, type Draft } from "./draft";

/** The plan as users will see it, while it is being typed. */
export function PlanCard({ draft }: { draft: Draft }) {
  const { t, i18n } = useTranslation("plans");
  const russian = i18n.language.startsWith("ru");
  const price = typedAmount(draft.price) ?? "0";
  const credits = typedAmount(draft.included_credits) ?? "0";
  const quotas = METRICS.filter((metric) => /^\d+$/.test(draft.quotas[metric] ?? ""));
  return (
    <section className="card pad" aria-label={t("preview")}>
      <Text size="xs" className="quiet">{t("preview")}</Text>
      <Text fw={600} mt={4}>{(russian && draft.name_ru) || draft.name || t("field.name")}</Text>
      <Text fz={22} fw={600}><Money value={price} currency={draft.currency} /> <Text span size="sm" className="quiet">/ {t(`interval.${draft.interval}`)}</Text></Text>
      <Text size="sm" className="preserve" mt={4}>{(russian && draft.description_ru) || draft.description}</Text>
      <List size="sm" mt="xs">
        {big(credits).gt(0) && <List.Item><Credits value={credits} /> {t("creditsIncluded")}</List.Item>}
        {quotas.map((metric) => <List.Item key={metric}>{t(`metric.${metric}`)}: <Count value={draft.quotas[metric]} /></List.Item>)}
        {featuresOf(draft).map((feature, place) => <List.Item key={place}>{feature}</List.Item>)}
      </List>
      {Number(draft.trial_days) > 0 && <Text size="sm" mt="xs">{t("trial", { count: Number(draft.trial_days) })}</Text>}
    </section>
  );
}
