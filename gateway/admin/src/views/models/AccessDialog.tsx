import { Radio, Stack, Text } from "@mantine/core";
import "@mantine/core/styles/Radio.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { MoneyDialog } from "../../components/MoneyDialog";
import type { Model } from "./prices";

type Choice = "follow" | "restricted" | "public";

/** Who the price list says a model is for: as Open WebUI has it, or as decided here. */
export function AccessDialog({ model, onClose }: { model: Model; onClose: () => void }) {
  const { t } = useTranslation("models");
  const [choice, setChoice] = useState<Choice>(model.restricted_by_admin === null ? "follow" : model.restricted_by_admin ? "restricted" : "public");
  const send = ({ key, reason }: { key: string; reason: string }) =>
    call(api.POST("/api/credits/models/update-restriction-status", {
      params: { header: { "idempotency-key": key } },
      body: { model_id: model.id, is_restricted: choice === "follow" ? null : choice === "restricted", reason },
    }));
  return (
    <MoneyDialog opened onClose={onClose} title={t("access.title", { name: model.name })} send={send} reason="optional" changes={[["models"]]}>
      <Text size="sm">{t("access.text")}</Text>
      <Radio.Group value={choice} onChange={(value) => setChoice(value as Choice)} aria-label={t("status")}>
        <Stack gap="xs">
          {(["follow", "restricted", "public"] as const).map((value) => <Radio key={value} size="sm" value={value} label={t(`access.${value}`)} />)}
        </Stack>
      </Radio.Group>
    </MoneyDialog>
  );
}
