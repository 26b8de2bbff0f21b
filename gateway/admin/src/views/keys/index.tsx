import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { When } from "../../components/Amount";
import { MoneyDialog } from "../../components/MoneyDialog";
import { PageHeader } from "../../components/PageHeader";
import { Pill } from "../../components/Pill";
import { DataTable } from "../../components/table/DataTable";
import { wholeList, type Column } from "../../components/table/types";
import { IssueDialog, type NewKey } from "./IssueDialog";
import { RotateDialog } from "./RotateDialog";
import { ShownOnce } from "./ShownOnce";

type Key = Schemas["ApiKey"];
type Open = { what: "issue" } | { what: "rotate" | "revoke"; key: Key };

export default function Keys() {
  const { t } = useTranslation("keys");
  const [open, setOpen] = useState<Open>();
  const [issued, setIssued] = useState<NewKey>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")}>
        <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setOpen({ what: "issue" })}>{t("issue")}</Button>
      </PageHeader>
      <DataTable
        name="keys" label={t("title")} columns={useColumns()} rowKey={(key) => key.id} searchable defaultSort="-created"
        load={async (query) => wholeList(query, await call(api.GET("/api/admin/keys")), (key) => `${key.name} ${key.id} ${key.scopes.join(" ")}`, ORDER)}
        empty={{ title: t("empty"), hint: t("emptyHint") }}
        actions={(key) => (stateOf(key) === "active" ? [
          { label: t("rotate.action"), onClick: () => setOpen({ what: "rotate", key }) },
          { label: t("revoke.action"), danger: true, onClick: () => setOpen({ what: "revoke", key }) },
        ] : [])}
      />
      {open?.what === "issue" && <IssueDialog onClose={close} onIssued={setIssued} />}
      {open?.what === "rotate" && <RotateDialog old={open.key} onClose={close} onIssued={setIssued} />}
      {open?.what === "revoke" && (
        <MoneyDialog
          opened danger onClose={close} title={t("revoke.title", { name: open.key.name })} submit={t("revoke.action")} reason="optional" changes={[["keys"]]}
          send={({ reason }) => call(api.DELETE("/api/admin/keys/{id}", { params: { path: { id: open.key.id }, query: { reason: reason || null } } }))}
        >
          <Text size="sm">{t("revoke.text")}</Text>
        </MoneyDialog>
      )}
      {issued && <ShownOnce issued={issued} onClose={() => setIssued(undefined)} />}
    </>
  );
}

const ORDER = {
  name: (key: Key) => key.name,
  created: (key: Key) => key.created_at,
  used: (key: Key) => key.last_used_at ?? "",
};

function stateOf(key: Key): "active" | "revoked" | "expired" {
  if (key.revoked_at) return "revoked";
  return key.expires_at && new Date(key.expires_at) <= new Date() ? "expired" : "active";
}

function useColumns(): Column<Key>[] {
  const { t } = useTranslation("keys");
  return [
    { id: "name", header: t("name"), sortable: true, cell: (key) => <div className="two-lines"><span className="clip">{key.name}</span><small className="mono">{key.id}</small></div> },
    { id: "state", header: t("state"), cell: (key) => <Pill tone={stateOf(key) === "active" ? "good" : "plain"}>{t(stateOf(key))}</Pill> },
    { id: "scopes", header: t("scopes"), wide: true, cell: (key) => <span className="pills">{key.scopes.map((scope) => <Pill key={scope}>{scope}</Pill>)}</span> },
    { id: "used", header: t("lastUsed"), sortable: true, wide: true, cell: (key) => <When at={key.last_used_at} /> },
    { id: "expires", header: t("expires"), wide: true, cell: (key) => <When at={key.expires_at} /> },
    { id: "created", header: t("created"), sortable: true, wide: true, cell: (key) => <span className="two-lines"><When at={key.created_at} /><small>{key.created_by}</small></span> },
  ];
}
