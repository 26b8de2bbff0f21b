import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { approximately } from "../../api/exact";
import { Count, Credits } from "../../components/Amount";
import { Chart } from "../../components/Chart";
import { useFormats } from "../../components/format";
import { Plain } from "./Lots";
import type { Account } from "./types";

/** The last thirty days, by day and by model. */
export function Usage({ account }: { account: Account }) {
  const { t } = useTranslation("users");
  const { compact, day } = useFormats();
  const { since, until, by_day, by_model } = account.usage;
  const used = new Map(by_day.map((one) => [one.day, approximately(one.credits_used)]));
  const points = daysBetween(since, until).map((x) => ({ x, credits: used.get(x) ?? 0 }));
  return (
    <div className="columns">
      <section className="card pad">
        <h2 className="card-title">{t("usage.byDay")}</h2>
        <Chart label={t("usage.byDay")} data={points} series={[{ id: "credits", label: t("credits") }]} format={compact} formatX={day} />
      </section>
      <section className="card pad">
        <h2 className="card-title">{t("usage.byModel")}</h2>
        {by_model.length === 0 && <Text size="sm" className="quiet">{t("usage.none")}</Text>}
        {by_model.length > 0 && (
          <Plain heads={[t("holds.model"), t("credits"), t("usage.calls"), t("usage.input"), t("usage.output")]} numeric={[1, 2, 3, 4]}>
            {by_model.map((one) => [
              one.model, <Credits key="c" value={one.credits_used} />, <Count key="n" value={one.transactions_count} />,
              <Count key="i" value={(one.usage["input"] ?? 0) + (one.usage["cached_input"] ?? 0)} />, <Count key="o" value={(one.usage["output"] ?? 0) + (one.usage["reasoning"] ?? 0)} />,
            ])}
          </Plain>
        )}
      </section>
    </div>
  );
}

function daysBetween(since: string, until: string): string[] {
  const days: string[] = [];
  for (const day = new Date(`${since}T00:00Z`); day <= new Date(`${until}T00:00Z`); day.setUTCDate(day.getUTCDate() + 1)) {
    days.push(day.toISOString().slice(0, 10));
  }
  return days;
}
