import { Button, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { read, type Schemas } from "../../api/client";
import { usePermission } from "../../app/session";
import { Credits, Money, When } from "../../components/Amount";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Facts } from "../../components/Facts";
import { Loading } from "../../components/Loading";
import { PageHeader } from "../../components/PageHeader";
import { Buyer, SalePill, SALES } from "../payments/parts";
import { Plain } from "../users/Lots";
import { EndDialog } from "./EndDialog";
import { Timeline } from "./Timeline";

type Subscription = Schemas["SubscriptionFile"];

export default function SubscriptionPage() {
  const { t } = useTranslation("subscriptions");
  const { id } = useParams({ strict: false }) as { id: string };
  const mayChange = usePermission("money");
  const [ending, setEnding] = useState(false);
  const found = useQuery({ queryKey: ["subscription", id], queryFn: () => read<Subscription>(`${SALES}/subscriptions/${encodeURIComponent(id)}`) });
  if (found.isPending) return <><PageHeader title={t("one")} /><Loading /></>;
  if (found.error) return <><PageHeader title={t("one")} /><ErrorNotice error={found.error} onRetry={() => void found.refetch()} /></>;
  const subscription = found.data;
  return (
    <Stack gap="sm">
      <PageHeader title={<>{subscription.plan_name} <SalePill status={subscription.status} /></>} hint={<span className="mono">{subscription.id}</span>}>
        {mayChange && subscription.ended_at === null && <Button size="xs" variant="default" onClick={() => setEnding(true)}>{t("end.title")}</Button>}
      </PageHeader>
      <div className="columns">
        <section className="card pad">
          <h2 className="card-title">{t("now")}</h2>
          <Now of={subscription} />
        </section>
        <section className="card pad">
          <h2 className="card-title">{t("transitions")}</h2>
          <Timeline steps={subscription.transitions.map((step) => ({ at: step.happened_at, title: <SalePill status={step.to_status} />, detail: `${t(`cause.${step.cause}`, step.cause)} · ${step.actor}` }))} />
        </section>
      </div>
      <section className="card pad">
        <h2 className="card-title">{t("periods")}</h2>
        <Plain heads={["#", t("from"), t("until"), t("plan"), t("price"), t("credits"), t("payment")]} numeric={[0, 4, 5]}>
          {subscription.periods.map((period) => [
            period.number, <When key="f" at={period.starts_at} />, <When key="u" at={period.ends_at} />, period.plan_id,
            <Money key="p" value={period.price} currency={period.currency} />, <Credits key="c" value={period.credits} />,
            period.payment_id ? <Link key="l" className="link mono" to={`/payments/${period.payment_id}`}>{period.payment_id.slice(0, 8)}</Link> : "—",
          ])}
        </Plain>
      </section>
      {ending && <EndDialog subscription={subscription} onClose={() => setEnding(false)} />}
    </Stack>
  );
}

function Now({ of: subscription }: { of: Subscription }) {
  const { t } = useTranslation("subscriptions");
  return (
    <Facts
      of={[
        [t("user"), <Buyer key="u" sale={subscription} />],
        [t("price"), <><Money value={subscription.price} currency={subscription.currency} /> / {t(`interval.${subscription.interval}`)}</>],
        [t("from"), <When key="s" at={subscription.current_period_start} />],
        [t("until"), <When key="e" at={subscription.current_period_end} />],
        [t("renews"), t(subscription.auto_renew ? "app:value.yes" : "app:value.no")],
        [t("nextAttempt"), <When key="n" at={subscription.next_attempt_at} />],
        [t("grace"), <When key="g" at={subscription.grace_until} />],
        [t("trial"), <When key="t" at={subscription.trial_end} />],
        [t("nextPlan"), subscription.next_plan_id],
        [t("ended"), <When key="x" at={subscription.ended_at} />],
      ]}
    />
  );
}
