import { Center, Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function Loading() {
  const { t } = useTranslation();
  return (
    <Center mih={240} role="status" aria-label={t("table.loading")}>
      <Loader size="sm" color="gray" type="dots" />
    </Center>
  );
}
