import { TextInput, type TextInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { typedAmount } from "../api/exact";

interface AmountInputProps extends Omit<TextInputProps, "value" | "onChange"> {
  /** The text as typed; `typedAmount(text)` is what to send. */
  value: string;
  onChange: (text: string) => void;
}

/** A field for an exact amount. It is text: a number field would round long ones. */
export function AmountInput({ value, onChange, error, ...rest }: AmountInputProps) {
  const { t } = useTranslation();
  const wrong = value.trim() !== "" && typedAmount(value) === undefined;
  return (
    <TextInput inputMode="decimal" autoComplete="off" {...rest} value={value} onChange={(event) => onChange(event.currentTarget.value)} error={wrong ? t("dialog.notAnAmount") : error} />
  );
}
