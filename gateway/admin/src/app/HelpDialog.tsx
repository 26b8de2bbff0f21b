import { Group, Kbd, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { View } from "./registry";

export default function HelpDialog({ opened, onClose, views }: { opened: boolean; onClose: () => void; views: View[] }) {
  const { t } = useTranslation();
  const lines = [
    { keys: ["/"], text: t("help.search") },
    { keys: ["?"], text: t("help.help") },
    { keys: ["Esc"], text: t("help.close") },
    ...views.filter((view) => view.key).map((view) => ({ keys: ["g", view.key ?? ""], text: t(`nav.${view.id}`) })),
  ];
  return (
    <Modal opened={opened} onClose={onClose} title={t("help.title")}>
      <Stack gap={6}>
        {lines.map((line) => (
          <Group key={line.text} justify="space-between">
            <Text size="sm">{line.text}</Text>
            <Group gap={4}>{line.keys.map((key) => <Kbd key={key}>{key}</Kbd>)}</Group>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
