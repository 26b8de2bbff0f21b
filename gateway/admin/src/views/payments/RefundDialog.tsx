import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { send, type Schemas } from "../../api/client";
import { big, typedAmount } from "../../api/exact";
import { Money } from "../../components/Amount";
import { AmountInput } from "../../components/AmountInput";
import { MoneyDialog } from "../../components/MoneyDialog";
import { SALES } from "./parts";

/** Gives a paid amount back, whole or in part; what it bought is taken back with it. */
export function RefundDialog({ payment, onClose }: { payment: Schemas["SoldPayment"]; onClose: () => void }) {
  const { t } = useTranslation("payments");
  const left = big(payment.amount).minus(payment.refunded_amount);
  const [text, setText] = useState(left.toFixed());
  const amount = typedAmount(text);
  const ready = amount !== undefined && big(amount).gt(0) && big(amount).lte(left);
  return (
    <MoneyDialog
      opened danger onClose={onClose} title={t("refund.title")} submit={t("refund.submit")} ready={ready} changes={[["payments"], ["refunds"], ["payment"]]}
      send={({ reason, key }) => send("POST", `${SALES}/payments/${payment.id}/refund`, { amount, reason }, { "Idempotency-Key": key })}
    >
      <AmountInput label={`${t("refund.amount")}, ${payment.currency}`} description={t("refund.hint")} required data-autofocus value={text} onChange={setText} />
      <Text size="sm" className="quiet">{t("refund.left")}: <Money value={left.toFixed()} currency={payment.currency} /></Text>
    </MoneyDialog>
  );
}
