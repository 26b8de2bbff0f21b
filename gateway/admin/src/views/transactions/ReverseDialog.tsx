import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { send } from "../../api/client";
import { Credits } from "../../components/Amount";
import { MoneyDialog } from "../../components/MoneyDialog";
import type { Transaction } from "./Transfers";

/** Undoes a transaction by a second one; the first stays. */
export function ReverseDialog({ transaction, onClose }: { transaction: Transaction; onClose: () => void }) {
  const { t } = useTranslation("transactions");
  return (
    <MoneyDialog opened onClose={onClose} title={t("reverse.title")} submit={t("reverse.submit")} danger send={({ reason, key }) => send("POST", `/api/credits/transactions/${transaction.id}/reverse`, { reason }, { "Idempotency-Key": key })}>
      <Text size="sm">
        {t("reverse.text", { user: transaction.user_name })} <Credits value={transaction.amount} signed />
      </Text>
    </MoneyDialog>
  );
}
