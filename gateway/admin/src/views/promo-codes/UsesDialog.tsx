import { Modal, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { read, type Schemas } from "../../api/client";
import { Credits, Money, When } from "../../components/Amount";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { SalePill, SALES } from "../payments/parts";
import { Plain } from "../users/Lots";

const SHOWN = 100;

/** Who used a code, newest first; uses whose payment failed were given back. */
export function UsesDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation("promo-codes");
  const uses = useQuery({ queryKey: ["promo-codes", "uses", code], queryFn: () => read<Schemas["Redemptions"]>(`${SALES}/promo-codes/${code}/redemptions`, { page_size: String(SHOWN) }) });
  return (
    <Modal opened onClose={onClose} size="lg" title={`${t("uses")}: ${code}`}>
      {uses.isPending && <Loading />}
      {uses.error && <ErrorNotice error={uses.error} onRetry={() => void uses.refetch()} />}
      {uses.data?.total === 0 && <Text size="sm" className="quiet">{t("noUses")}</Text>}
      {Boolean(uses.data?.total) && (
        <Plain heads={[t("time"), t("user"), t("discount"), t("credits"), t("payment")]} numeric={[2, 3]}>
          {(uses.data?.items ?? []).map((use) => [
            <When key="t" at={use.redeemed_at} />, <Link key="u" className="link" to={`/users/${encodeURIComponent(use.user_id)}`}>{use.user_id}</Link>,
            <Money key="d" value={use.discount} currency={use.currency ?? "RUB"} />, <Credits key="c" value={use.credits} />,
            use.payment_id ? <Link key="p" className="link" to={`/payments/${use.payment_id}`}><SalePill status={use.payment_status ?? ""} /></Link> : "—",
          ])}
        </Plain>
      )}
      {(uses.data?.total ?? 0) > SHOWN && <Text size="xs" className="quiet" mt="xs">{t("newest", { count: SHOWN })}</Text>}
    </Modal>
  );
}
