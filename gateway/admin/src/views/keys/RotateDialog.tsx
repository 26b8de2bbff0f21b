import { NativeSelect, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { MoneyDialog, type Change } from "../../components/MoneyDialog";
import type { NewKey } from "./IssueDialog";

const OVERLAPS = { now: 0, hour: 3_600, day: 86_400, week: 604_800 };

interface RotateDialogProps {
  old: Schemas["ApiKey"];
  onClose: () => void;
  onIssued: (key: NewKey) => void;
}

export function RotateDialog({ old, onClose, onIssued }: RotateDialogProps) {
  const { t } = useTranslation("keys");
  const [overlap, setOverlap] = useState<keyof typeof OVERLAPS>("hour");
  const send = async ({ reason }: Change): Promise<void> => {
    onIssued(await call(api.POST("/api/admin/keys/{id}/rotate", { params: { path: { id: old.id } }, body: { overlap_s: OVERLAPS[overlap], reason: reason || null } })));
  };
  return (
    <MoneyDialog opened onClose={onClose} title={t("rotate.title", { name: old.name })} submit={t("rotate.action")} done={t("issued")} send={send} reason="optional" changes={[["keys"]]}>
      <Text size="sm">{t("rotate.text")}</Text>
      <NativeSelect label={t("rotate.overlap")} value={overlap} onChange={(event) => setOverlap(event.currentTarget.value as keyof typeof OVERLAPS)} data={Object.keys(OVERLAPS).map((value) => ({ value, label: t(`rotate.${value}`) }))} />
    </MoneyDialog>
  );
}
