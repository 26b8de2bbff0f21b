import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { send } from "../../api/client";
import { typedAmount } from "../../api/exact";
import { AmountInput } from "../../components/AmountInput";
import { MoneyDialog } from "../../components/MoneyDialog";
import { accountPath, type Account } from "./types";

/** Whether the account may spend, and how far below zero. */
export function AccountDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation("users");
  const [status, setStatus] = useState(account.status);
  const [line, setLine] = useState(String(account.credit_line));
  const credit_line = typedAmount(line);
  return (
    <MoneyDialog opened onClose={onClose} title={t("account.title")} ready={credit_line !== undefined} send={({ reason }) => send("POST", accountPath(account.id), { status, credit_line, reason })}>
      <NativeSelect label={t("status")} description={t("account.hint")} value={status} onChange={(event) => setStatus(event.currentTarget.value)} data={["open", "suspended", "closed"].map((value) => ({ value, label: t(`app:kind.${value}`) }))} />
      <AmountInput label={t("creditLine")} description={t("creditLineHint")} value={line} onChange={setLine} />
    </MoneyDialog>
  );
}
