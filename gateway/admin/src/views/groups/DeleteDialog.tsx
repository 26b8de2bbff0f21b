import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { MoneyDialog } from "../../components/MoneyDialog";

export function DeleteDialog({ group, onClose }: { group: Schemas["ListedGroup"]; onClose: () => void }) {
  const { t } = useTranslation("groups");
  return (
    <MoneyDialog opened onClose={onClose} title={t("delete.title")} submit={t("delete.title")} danger reason="none" changes={[["groups"]]} send={() => call(api.DELETE("/api/ledger/groups/{group_id}", { params: { path: { group_id: group.id } } }))}>
      <Text size="sm">{t("delete.text", { name: group.name })}</Text>
    </MoneyDialog>
  );
}
