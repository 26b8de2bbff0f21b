import { Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { usePermission } from "../../app/session";
import { When } from "../../components/Amount";
import { MoneyDialog, type Change } from "../../components/MoneyDialog";
import { Pill } from "../../components/Pill";
import { DataTable } from "../../components/table/DataTable";
import { offsetOf, offsetPage, type Column } from "../../components/table/types";
import { OtherUnits, Price } from "./Price";
import type { Model } from "./prices";

type Version = Schemas["PastVersion"];

/** What a model cost, since when, and who decided it. A price that is still to come can be taken back. */
export function HistoryDialog({ model, per, onClose }: { model: Model; per: string; onClose: () => void }) {
  const { t } = useTranslation("models");
  const mayChange = usePermission("prices");
  const [taken, take] = useState<Version>();
  const price = (version: Version, unit: string) => (version.inherits ? <span className="quiet">{t("show.inherited")}</span> : <Price unit={unit} price={version.prices[unit]} per={per} />);
  const coming = new Set(model.scheduled.map((one) => one.version_id));
  const columns: Column<Version>[] = [
    { id: "from", header: t("effectiveFrom"), cell: (version) => <><When at={version.effective_from} /> {coming.has(version.version_id) && <Pill tone="accent">{t("scheduled")}</Pill>} {version.source === "withdraw" && <Pill>{t("history.withdrawal")}</Pill>} {version.is_free && <Pill tone="good">{t("show.free")}</Pill>}</> },
    { id: "input", header: t("input"), numeric: true, cell: (version) => price(version, "input") },
    { id: "output", header: t("output"), numeric: true, cell: (version) => price(version, "output") },
    { id: "others", header: t("others"), wide: true, cell: (version) => <OtherUnits prices={version.prices} per={per} /> },
    { id: "actor", header: t("by"), wide: true, cell: (version) => <span className="two-lines">{version.actor}<small>{version.reason}</small></span> },
  ];
  return (
    <Modal opened onClose={onClose} title={`${model.name}: ${t("history.title")}`} size="xl">
      <DataTable
        name="price-history" scope={[model.id]} prefix="h." label={t("history.title")} columns={columns} rowKey={(version) => version.version_id} pageSizes={[25]}
        empty={{ title: t("history.empty"), hint: t("history.emptyHint") }}
        load={async (query) => {
          const page = await call(api.GET("/api/credits/models/history", { params: { query: { model_id: model.id, limit: query.limit, offset: offsetOf(query) } } }));
          return offsetPage(query, page.versions, page.total);
        }}
        actions={mayChange ? (version) => (coming.has(version.version_id) ? [{ label: t("history.withdraw"), danger: true, onClick: () => take(version) }] : []) : undefined}
      />
      {taken && (
        <MoneyDialog
          opened danger onClose={() => take(undefined)} title={t("history.withdraw")} submit={t("history.withdraw")} reason="optional" changes={[["models"], ["price-history"]]}
          send={({ reason, key }: Change) => call(api.POST("/api/credits/models/withdraw", { params: { header: { "idempotency-key": key } }, body: { version_id: taken.version_id, reason } }))}
        >
          {t("history.withdrawText")} <When at={taken.effective_from} />
        </MoneyDialog>
      )}
    </Modal>
  );
}
