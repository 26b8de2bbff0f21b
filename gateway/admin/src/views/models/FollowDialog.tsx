import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { MoneyDialog, type Change } from "../../components/MoneyDialog";
import type { Model } from "./prices";

export function FollowDialog({ model, onClose }: { model: Model; onClose: () => void }) {
  const { t } = useTranslation("models");
  const send = ({ reason, key }: Change) =>
    call(api.POST("/api/credits/models/follow-base", { params: { header: { "idempotency-key": key } }, body: { model_id: model.id, reason } }));
  return (
    <MoneyDialog opened onClose={onClose} title={t("follow.title")} submit={t("follow.title")} send={send} reason="optional" changes={[["models"]]}>
      <Text size="sm">{t("follow.text", { name: model.name, base: model.base_model_id })}</Text>
    </MoneyDialog>
  );
}
