import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { send, type Schemas } from "../../api/client";
import { MoneyDialog } from "../../components/MoneyDialog";
import { SALES } from "../payments/parts";

/** A plan that somebody has cannot go; one that somebody had is kept for the books and not shown. */
export function DeleteDialog({ overview, onClose }: { overview: Schemas["PlanOverview"]; onClose: () => void }) {
  const { t } = useTranslation("plans");
  const { plan, active_subscriptions: active } = overview;
  return (
    <MoneyDialog opened danger reason="none" onClose={onClose} title={t("delete.title")} submit={t("delete.title")} ready={active === 0} changes={[["plans"]]} send={() => send("DELETE", `${SALES}/plans/${encodeURIComponent(plan.id)}`)}>
      <Text size="sm">{active > 0 ? t("delete.inUse", { name: plan.name, count: active }) : t("delete.text", { name: plan.name })}</Text>
    </MoneyDialog>
  );
}
