import { Progress, Text } from "@mantine/core";
import "@mantine/core/styles/Progress.css";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { send } from "../../api/client";
import { big, typedAmount } from "../../api/exact";
import { Credits } from "../../components/Amount";
import { AmountInput } from "../../components/AmountInput";
import { MoneyDialog, type Change } from "../../components/MoneyDialog";
import type { User } from "./types";

interface BulkDialogProps {
  users: User[];
  onClose: () => void;
  onDone: () => void;
}

/** The same adjustment for many. Each has a key of its own, so that trying again repeats nothing. */
export function BulkDialog({ users, onClose, onDone }: BulkDialogProps) {
  const { t } = useTranslation("users");
  const [text, setText] = useState("");
  const [done, setDone] = useState(0);
  const cancelled = useRef(false);
  const amount = typedAmount(text);
  const post = async ({ reason, key }: Change): Promise<void> => {
    for (const [index, user] of users.entries()) {
      if (cancelled.current) break;
      await send("POST", "/api/ledger/adjustments", { user_id: user.id, amount, reason }, { "Idempotency-Key": `${key}:${index}` });
      setDone(index + 1);
    }
    onDone();
  };
  const close = (): void => {
    cancelled.current = true;
    onClose();
  };
  return (
    <MoneyDialog opened onClose={close} title={t("bulk.title", { count: users.length })} submit={t("adjust.submit")} send={post} ready={amount !== undefined && !big(amount).eq(0)}>
      <AmountInput label={t("adjust.amount")} description={t("adjust.hint")} required data-autofocus value={text} onChange={setText} />
      <Text size="sm" className="quiet">
        {t("bulk.each", { count: users.length })} {amount !== undefined && <>{t("bulk.together")} <b className="ink"><Credits value={big(amount).times(users.length).toFixed()} signed /></b></>}
      </Text>
      {done > 0 && <Progress value={(100 * done) / users.length} aria-label={t("bulk.progress", { done, total: users.length })} />}
    </MoneyDialog>
  );
}
