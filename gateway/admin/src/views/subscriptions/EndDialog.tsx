import { Radio, Stack, Text } from "@mantine/core";
import "@mantine/core/styles/Radio.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { send, type Schemas } from "../../api/client";
import { useFormats } from "../../components/format";
import { MoneyDialog } from "../../components/MoneyDialog";
import { SALES } from "../payments/parts";

/** Ends a subscription at the end of what is paid, at once, or takes a planned end back. */
export function EndDialog({ subscription, onClose }: { subscription: Schemas["SoldSubscription"]; onClose: () => void }) {
  const { t } = useTranslation("subscriptions");
  const { date } = useFormats();
  const planned = subscription.cancel_at_period_end;
  const [how, setHow] = useState(planned ? "resume" : "later");
  const choices = planned ? ["resume", "now"] : ["later", "now"];
  const post = (): Promise<unknown> =>
    how === "resume"
      ? send("POST", `${SALES}/subscriptions/${subscription.id}/resume`)
      : send("POST", `${SALES}/subscriptions/${subscription.id}/cancel`, { immediate: how === "now" });
  return (
    <MoneyDialog opened danger={how === "now"} onClose={onClose} title={`${t("end.title")}: ${subscription.user_name}`} reason="none" send={post} submit={t(`end.${how}`)} changes={[["subscriptions"], ["subscription"]]}>
      <Radio.Group value={how} onChange={setHow} label={t("end.how")}>
        <Stack gap="xs" mt="xs">
          {choices.map((value) => <Radio key={value} value={value} label={t(`end.${value}`)} description={<Text span size="xs" className="quiet">{t(`end.${value}Hint`, { date: date(subscription.current_period_end) })}</Text>} />)}
        </Stack>
      </Radio.Group>
    </MoneyDialog>
  );
}
