import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { approximately } from "../../api/exact";
import { usePermission } from "../../app/session";
import { Count, Credits } from "../../components/Amount";
import { LimitsDialog, type Whose } from "../../components/LimitsDialog";
import { PageHeader } from "../../components/PageHeader";
import { Pill } from "../../components/Pill";
import { DataTable } from "../../components/table/DataTable";
import { wholeList, type Column } from "../../components/table/types";
import { AllowanceDialog } from "./AllowanceDialog";
import { DeleteDialog } from "./DeleteDialog";
import { GroupDialog } from "./GroupDialog";
import { MembersDialog } from "./MembersDialog";

type Group = Schemas["ListedGroup"];
type Open = { what: "edit" | "members" | "limits" | "delete"; group: Group } | { what: "new" | "apply" };

/** Everybody is in the default group, so that its limits are those of everybody. */
function limitsOf(group: Group): Whose {
  return group.is_system_group ? { scope: "everyone", name: group.name } : { scope: "group", subject: group.id, name: group.name };
}

export default function Groups() {
  const { t } = useTranslation("groups");
  const mayChange = usePermission("money");
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  const columns: Column<Group>[] = [
    { id: "name", header: t("name"), sortable: true, cell: (group) => <>{group.name} {group.is_own && <Pill>{t("own")}</Pill>} {group.is_system_group && <Pill>{t("everybody")}</Pill>}</> },
    { id: "credits", header: t("allowance"), sortable: true, numeric: true, cell: (group) => <Credits value={group.default_credits} /> },
    { id: "members", header: t("members"), sortable: true, numeric: true, cell: (group) => (group.is_system_group ? <span className="quiet">{t("all")}</span> : <Count value={group.members} />) },
    { id: "priority", header: t("priority"), sortable: true, numeric: true, wide: true, cell: (group) => <Count value={group.priority} /> },
    { id: "id", header: t("id"), wide: true, cell: (group) => <span className="mono quiet">{group.id}</span> },
  ];
  const order = {
    name: (group: Group) => group.name,
    credits: (group: Group) => approximately(group.default_credits),
    members: (group: Group) => group.members,
    priority: (group: Group) => group.priority,
  };
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")}>
        {mayChange && <Button size="xs" variant="default" onClick={() => setOpen({ what: "apply" })}>{t("apply.button")}</Button>}
        {mayChange && <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setOpen({ what: "new" })}>{t("new")}</Button>}
      </PageHeader>
      <DataTable
        name="groups" label={t("title")} columns={columns} rowKey={(group) => group.id} searchable defaultSort="name"
        load={async (query) => wholeList(query, await call(api.GET("/api/credits/groups")), (group) => `${group.name} ${group.id}`, order)}
        onOpen={(group) => setOpen({ what: mayChange ? "edit" : "members", group })}
        actions={(group) => [
          { label: t("edit.title"), disabled: !mayChange, onClick: () => setOpen({ what: "edit", group }) },
          { label: t("members"), disabled: group.is_system_group, onClick: () => setOpen({ what: "members", group }) },
          { label: t("app:limit.action"), onClick: () => setOpen({ what: "limits", group }) },
          ...(group.is_own ? [{ label: t("delete.title"), danger: true, disabled: !mayChange, onClick: () => setOpen({ what: "delete", group }) }] : []),
        ]}
      />
      {(open?.what === "edit" || open?.what === "new") && <GroupDialog group={open.what === "edit" ? open.group : undefined} onClose={close} />}
      {open?.what === "members" && <MembersDialog group={open.group} mayChange={mayChange} onClose={close} />}
      {open?.what === "limits" && <LimitsDialog whose={limitsOf(open.group)} onClose={close} />}
      {open?.what === "delete" && <DeleteDialog group={open.group} onClose={close} />}
      {open?.what === "apply" && <AllowanceDialog onClose={close} />}
    </>
  );
}
