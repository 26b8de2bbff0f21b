import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { read, send, type Schemas } from "../../api/client";
import { usePermission } from "../../app/session";
import { Count, Credits, Money, When } from "../../components/Amount";
import { MoneyDialog } from "../../components/MoneyDialog";
import { PageHeader } from "../../components/PageHeader";
import { Pill } from "../../components/Pill";
import { DataTable } from "../../components/table/DataTable";
import { offsetOf, offsetPage, type Column } from "../../components/table/types";
import { SALES } from "../payments/parts";
import { CodeDialog } from "./CodeDialog";
import { UsesDialog } from "./UsesDialog";

type Code = Schemas["PromoCodeWire"];
type Open = { what: "edit" | "uses" | "delete"; code: Code } | { what: "new" };

export default function PromoCodes() {
  const { t } = useTranslation("promo-codes");
  const mayChange = usePermission("money");
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  const columns: Column<Code>[] = [
    { id: "code", header: t("code"), cell: (row) => <Text span className="mono" style={{ whiteSpace: "nowrap" }}>{row.code}</Text> },
    { id: "worth", header: t("worth"), numeric: true, cell: (row) => <Worth code={row} /> },
    { id: "state", header: t("state"), cell: (row) => <Pill tone={row.is_active ? "good" : "plain"}>{t(row.is_active ? "on" : "off")}</Pill> },
    { id: "used", header: t("used"), numeric: true, cell: (row) => <><Count value={row.redemptions} /> <span className="quiet">/ {row.max_redemptions ?? "∞"}</span></> },
    { id: "for", header: t("for"), wide: true, cell: (row) => (row.plan_ids === null ? t("everyPlan") : row.plan_ids.join(", ")) || t("topUps") },
    { id: "until", header: t("until"), wide: true, cell: (row) => <When at={row.ends_at} /> },
    { id: "note", header: t("note"), wide: true, cell: (row) => <span className="clip" title={row.note ?? ""}>{row.note}</span> },
  ];
  const states = { id: "is_active", label: t("state"), options: [{ value: "true", label: t("on") }, { value: "false", label: t("off") }] };
  const add = mayChange && <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setOpen({ what: "new" })}>{t("new")}</Button>;
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")}>{add}</PageHeader>
      <DataTable
        name="promo-codes" label={t("title")} columns={columns} rowKey={(row) => row.code} filters={[states]} pageSizes={[50, 25, 100]}
        load={async (query) => {
          const page = await read<Schemas["PromoCodes"]>(`${SALES}/promo-codes`, { ...query.filters, page: String(offsetOf(query) / query.limit + 1), page_size: String(query.limit) });
          return offsetPage(query, page.items, page.total);
        }}
        onOpen={(code) => setOpen({ what: "uses", code })}
        actions={(code) => [
          { label: t("uses"), onClick: () => setOpen({ what: "uses", code }) },
          { label: t("edit"), disabled: !mayChange, onClick: () => setOpen({ what: "edit", code }) },
          { label: t("delete"), danger: true, disabled: !mayChange || code.redemptions > 0, onClick: () => setOpen({ what: "delete", code }) },
        ]}
        empty={{ title: t("empty"), hint: t("emptyHint"), action: add }}
      />
      {(open?.what === "new" || open?.what === "edit") && <CodeDialog code={open.what === "edit" ? open.code : undefined} onClose={close} />}
      {open?.what === "uses" && <UsesDialog code={open.code.code} onClose={close} />}
      {open?.what === "delete" && (
        <MoneyDialog opened danger reason="none" onClose={close} title={`${t("delete")}: ${open.code.code}`} submit={t("delete")} changes={[["promo-codes"]]} send={() => send("DELETE", `${SALES}/promo-codes/${open.code.code}`)}>
          {t("deleteText")}
        </MoneyDialog>
      )}
    </>
  );
}

function Worth({ code }: { code: Code }) {
  const { t } = useTranslation("promo-codes");
  if (code.kind === "amount") return <>−<Money value={code.value} currency={code.currency ?? "RUB"} /></>;
  if (code.kind === "percent") return <>−<Credits value={code.value} /> %</>;
  return <>+<Credits value={code.value} /> {t("credits")}</>;
}
