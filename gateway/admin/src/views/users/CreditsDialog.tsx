import { NativeSelect, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { send } from "../../api/client";
import { big, typedAmount, type Exact } from "../../api/exact";
import { Credits } from "../../components/Amount";
import { AmountInput } from "../../components/AmountInput";
import { MoneyDialog, type Change } from "../../components/MoneyDialog";

/** adjust: add or take; grant: a lot that may expire; set: make the balance this. */
export type Mode = "adjust" | "grant" | "set";

interface CreditsDialogProps {
  id: string;
  name: string;
  balance: Exact;
  mode: Mode;
  onClose: () => void;
}

const SOURCES = ["manual", "promo", "purchase"];

export function CreditsDialog({ id, name, balance, mode, onClose }: CreditsDialogProps) {
  const { t } = useTranslation("users");
  const [text, setText] = useState("");
  const [source, setSource] = useState("manual");
  const [expires, setExpires] = useState("");
  const amount = typedAmount(text);
  const after = amount === undefined ? undefined : mode === "set" ? amount : big(balance).plus(amount).toFixed();
  const ready = amount !== undefined && (mode === "set" || !big(amount).eq(0)) && (mode !== "grant" || big(amount).gt(0));
  const post = ({ reason, key }: Change): Promise<unknown> => {
    const headers = { "Idempotency-Key": key };
    if (mode === "set") return send("POST", "/api/credits/update", { user_id: id, credits: amount, reason }, headers);
    if (mode === "adjust") return send("POST", "/api/ledger/adjustments", { user_id: id, amount, reason }, headers);
    const expires_at = expires ? new Date(`${expires}T23:59:59`).toISOString() : null;
    return send("POST", "/api/credits/grants", { user_id: id, amount, reason, source, expires_at }, headers);
  };
  return (
    <MoneyDialog opened onClose={onClose} title={`${t(`${mode}.title`)}: ${name}`} send={post} ready={ready} submit={t(`${mode}.submit`)}>
      <AmountInput label={t(`${mode}.amount`)} description={t(`${mode}.hint`)} required data-autofocus value={text} onChange={setText} />
      {mode === "grant" && (
        <>
          <NativeSelect label={t("grant.source")} value={source} onChange={(event) => setSource(event.currentTarget.value)} data={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))} />
          <TextInput type="date" label={t("grant.expires")} description={t("grant.expiresHint")} value={expires} onChange={(event) => setExpires(event.currentTarget.value)} />
        </>
      )}
      <Text size="sm" className="quiet">
        {t("balance")}: <Credits value={balance} /> {after !== undefined && <>→ <b className="ink"><Credits value={after} /></b></>}
      </Text>
    </MoneyDialog>
  );
}
