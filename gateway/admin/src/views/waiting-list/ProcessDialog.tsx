import { Alert, Button, Checkbox, CopyButton, Group, Modal, NativeSelect, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { MoneyDialog } from "../../components/MoneyDialog";

export type Applicant = Schemas["ApplicantWire"];
export type Processed = Schemas["ProcessedWire"];
const ROLES = ["user", "pending"] as const;

interface ProcessDialogProps {
  applicant: Applicant;
  onClose: () => void;
  onPassword: (processed: Processed) => void;
}

export function ProcessDialog({ applicant, onClose, onPassword }: ProcessDialogProps) {
  const { t } = useTranslation("waiting-list");
  const [create, setCreate] = useState(false);
  const [role, setRole] = useState<(typeof ROLES)[number]>("user");
  const send = async (): Promise<void> => {
    const done = await call(api.POST("/api/credits/admin/waiting-list/{applicant_id}/process", { params: { path: { applicant_id: applicant.id } }, body: { create_account: create, role } }));
    if (done.temporary_password) onPassword(done);
  };
  return (
    <MoneyDialog opened onClose={onClose} title={`${t("process.action")}: ${applicant.full_name}`} submit={t("process.action")} send={send} reason="none" changes={[["waiting-list"]]}>
      <Text size="sm">{t("process.text", { email: applicant.email })}</Text>
      <Checkbox size="sm" label={t("process.create")} checked={create} onChange={(event) => setCreate(event.currentTarget.checked)} />
      {create && <NativeSelect label={t("process.role")} value={role} onChange={(event) => setRole(event.currentTarget.value as (typeof ROLES)[number])} data={[...ROLES]} />}
    </MoneyDialog>
  );
}

/** The password of a new account: shown here, once, and stored nowhere. */
export function PasswordShown({ processed, onClose }: { processed: Processed; onClose: () => void }) {
  const { t } = useTranslation("waiting-list");
  const password = processed.temporary_password ?? "";
  return (
    <Modal opened onClose={onClose} title={processed.email} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false}>
      <Alert variant="default" mb="sm">{t("process.once")}</Alert>
      <Text className="mono recorded" component="p">{password}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <CopyButton value={password}>
          {({ copied, copy }) => <Button variant="default" onClick={copy}>{copied ? t("app:error.copied") : t("app:error.copy")}</Button>}
        </CopyButton>
        <Button onClick={onClose}>{t("app:dialog.close")}</Button>
      </Group>
    </Modal>
  );
}
