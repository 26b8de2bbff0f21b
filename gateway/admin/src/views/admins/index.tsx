import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { When } from "../../components/Amount";
import { MoneyDialog } from "../../components/MoneyDialog";
import { PageHeader } from "../../components/PageHeader";
import { Pill } from "../../components/Pill";
import { DataTable } from "../../components/table/DataTable";
import { wholeList, type Column } from "../../components/table/types";
import { AdminDialog, type Admin } from "./AdminDialog";

type Open = { what: "add" } | { what: "change" | "switch"; admin: Admin };

export default function Admins() {
  const { t } = useTranslation("admins");
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")}>
        <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setOpen({ what: "add" })}>{t("add")}</Button>
      </PageHeader>
      <DataTable
        name="admins" label={t("title")} columns={useColumns()} rowKey={(admin) => admin.username} searchable defaultSort="username"
        load={async (query) => wholeList(query, await call(api.GET("/api/admin/admins")), (admin) => `${admin.username} ${admin.role}`, { username: (admin) => admin.username, role: (admin) => admin.role, created: (admin) => admin.created_at })}
        onOpen={(admin) => setOpen({ what: "change", admin })}
        actions={(admin) => [
          { label: t("change"), onClick: () => setOpen({ what: "change", admin }) },
          { label: admin.disabled_at ? t("enable") : t("disable"), danger: !admin.disabled_at, onClick: () => setOpen({ what: "switch", admin }) },
        ]}
      />
      {(open?.what === "add" || open?.what === "change") && <AdminDialog admin={open.what === "change" ? open.admin : undefined} onClose={close} />}
      {open?.what === "switch" && <SwitchDialog admin={open.admin} onClose={close} />}
    </>
  );
}

function SwitchDialog({ admin, onClose }: { admin: Admin; onClose: () => void }) {
  const { t } = useTranslation("admins");
  const off = !admin.disabled_at;
  const action = off ? t("disable") : t("enable");
  return (
    <MoneyDialog
      opened danger={off} onClose={onClose} title={`${action}: ${admin.username}`} submit={action} reason="optional" changes={[["admins"]]}
      send={({ reason }) => call(api.PATCH("/api/admin/admins/{username}", { params: { path: { username: admin.username } }, body: { disabled: off, remove_second_factor: false, reason: reason || null } }))}
    >
      <Text size="sm">{off ? t("disableText") : t("enableText")}</Text>
    </MoneyDialog>
  );
}

function useColumns(): Column<Admin>[] {
  const { t } = useTranslation("admins");
  return [
    { id: "username", header: t("username"), sortable: true, cell: (admin) => <span className="clip">{admin.username}</span> },
    { id: "role", header: t("role"), sortable: true, cell: (admin) => <>{t(`app:role.${admin.role}`)} {admin.disabled_at && <Pill tone="bad">{t("disabled")}</Pill>}</> },
    { id: "factor", header: t("secondFactor"), wide: true, cell: (admin) => (admin.second_factor ? <Pill tone="good">{t("app:value.yes")}</Pill> : <Pill tone="warn">{t("app:value.no")}</Pill>) },
    { id: "created", header: t("created"), sortable: true, wide: true, cell: (admin) => <span className="two-lines"><When at={admin.created_at} /><small>{admin.created_by}</small></span> },
  ];
}
