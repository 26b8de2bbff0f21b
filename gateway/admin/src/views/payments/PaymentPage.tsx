import { Button } from "@mantine/core";
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
import { Timeline } from "../subscriptions/Timeline";
import { Buyer, isRefundable, SalePill, SALES } from "./parts";
import { RefundDialog } from "./RefundDialog";

type Payment = Schemas["PaymentFile"];

export default function PaymentPage() {
  const { t } = useTranslation("payments");
  const { id } = useParams({ strict: false }) as { id: string };
  const mayRefund = usePermission("money");
  const [refunding, setRefunding] = useState(false);
  const found = useQuery({ queryKey: ["payment", id], queryFn: () => read<Payment>(`${SALES}/payments/${encodeURIComponent(id)}`) });
  if (found.isPending) return <><PageHeader title={t("one")} /><Loading /></>;
  if (found.error) return <><PageHeader title={t("one")} /><ErrorNotice error={found.error} onRetry={() => void found.refetch()} /></>;
  const payment = found.data;
  return (
    <>
      <PageHeader title={<><Money value={payment.amount} currency={payment.currency} /> <SalePill status={payment.status} /></>} hint={<span className="mono">{payment.id}</span>}>
        {mayRefund && isRefundable(payment) && <Button size="xs" variant="default" onClick={() => setRefunding(true)}>{t("refund.title")}</Button>}
      </PageHeader>
      <div className="columns">
        <What payment={payment} />
        <section className="card pad">
          <h2 className="card-title">{t("events")}</h2>
          <Timeline steps={payment.events.map((event) => ({ at: event.at, title: t(`event.${event.what}`, event.what), detail: event.detail }))} />
        </section>
      </div>
      {refunding && <RefundDialog payment={payment} onClose={() => setRefunding(false)} />}
    </>
  );
}

function What({ payment }: { payment: Payment }) {
  const { t } = useTranslation("payments");
  return (
    <section className="card pad">
      <h2 className="card-title">{payment.description}</h2>
      <Facts
        of={[
          [t("user"), <Buyer key="u" sale={payment} />],
          [t("kind.title"), t(`kind.${payment.kind}`)],
          [t("plan"), payment.plan_name],
          [t("credits"), <Credits key="c" value={payment.credits} />],
          [t("refunded"), <Money key="r" value={payment.refunded_amount} currency={payment.currency} />],
          [t("paidAt"), <When key="p" at={payment.paid_at} />],
          [t("provider"), payment.provider_id && <span className="mono">{payment.provider_id}</span>],
          [t("providerStatus"), payment.provider_status],
          [t("receipt"), payment.receipt_registration],
          [t("reason"), payment.cancel_reason ?? payment.error],
          [t("subscription"), payment.subscription_id && <Link key="s" className="link mono" to={`/subscriptions/${payment.subscription_id}`}>{payment.subscription_id.slice(0, 8)}</Link>],
        ]}
      />
    </section>
  );
}
