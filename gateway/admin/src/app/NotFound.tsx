import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../components/EmptyState";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t("notFound.title")} hint={t("notFound.hint")}>
      <Button component={Link} to="/">{t("notFound.action")}</Button>
    </EmptyState>
  );
}
