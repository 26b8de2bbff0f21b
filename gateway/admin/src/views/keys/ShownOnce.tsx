import { Alert, Button, CopyButton, Group, Modal, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { NewKey } from "./IssueDialog";

/** The text of a new key. It is stored nowhere and cannot be seen again, so only a button closes it. */
export function ShownOnce({ issued, onClose }: { issued: NewKey; onClose: () => void }) {
  const { t } = useTranslation("keys");
  return (
    <Modal opened onClose={onClose} title={t("once.title", { name: issued.name })} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false}>
      <Alert variant="default" mb="sm">{t("once.text")}</Alert>
      <Text className="mono recorded" component="p" data-testid="new-key">{issued.key}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <CopyButton value={issued.key}>
          {({ copied, copy }) => <Button variant="default" onClick={copy}>{copied ? t("app:error.copied") : t("app:error.copy")}</Button>}
        </CopyButton>
        <Button onClick={onClose}>{t("once.kept")}</Button>
      </Group>
    </Modal>
  );
}
