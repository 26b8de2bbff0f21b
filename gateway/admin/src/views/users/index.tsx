import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import type { paths } from "../../api/schema";
import { usePermission } from "../../app/session";
import { Credits } from "../../components/Amount";
import { PageHeader } from "../../components/PageHeader";
import { DataTable } from "../../components/table/DataTable";
import type { Column, Filter } from "../../components/table/types";
import { BulkDialog } from "./BulkDialog";
import { CreditsDialog, type Mode } from "./CreditsDialog";
import { GroupPills, StatusPill } from "./pills";
import type { User } from "./types";

type Sort = NonNullable<NonNullable<paths["/api/ledger/accounts"]["get"]["parameters"]["query"]>["sort"]>;

export default function Users() {
  const { t } = useTranslation("users");
  const navigate = useNavigate();
  const mayChange = usePermission("money");
  const [changed, change] = useState<{ user: User; mode: Mode }>();
  const [many, setMany] = useState<{ users: User[]; unselect: () => void }>();
  const groups = useQuery({ queryKey: ["groups"], queryFn: () => call(api.GET("/api/credits/groups")), staleTime: 300_000 });
  const filters: Filter[] = [
    { id: "group_id", label: t("group"), options: (groups.data ?? []).map((group) => ({ value: group.id, label: group.is_system_group ? t("noGroup") : group.name })) },
    { id: "status", label: t("status"), options: ["open", "suspended", "closed"].map((value) => ({ value, label: t(`app:kind.${value}`) })) },
  ];
  return (
    <>
      <PageHeader title={t("title")} hint={t("hint")} />
      <DataTable
        name="users" label={t("title")} columns={useColumns()} rowKey={(user) => user.id} searchable searchHint={t("searchHint")} filters={filters} defaultSort="name" pageSizes={[50, 25, 100, 250]}
        load={async ({ search, sort, descending, filters: chosen, cursor, limit }) => {
          const query = { search: search || null, sort: sort as Sort, order: descending ? "desc" as const : "asc" as const, ...chosen, after: cursor || null, limit };
          const page = await call(api.GET("/api/ledger/accounts", { params: { query } }));
          return { rows: page.accounts, total: page.total, next: page.next };
        }}
        onOpen={(user) => void navigate({ to: `/users/${encodeURIComponent(user.id)}` })}
        actions={mayChange ? (user) => [
          { label: t("adjust.title"), onClick: () => change({ user, mode: "adjust" }) },
          { label: t("grant.title"), onClick: () => change({ user, mode: "grant" }) },
          { label: t("set.title"), onClick: () => change({ user, mode: "set" }) },
        ] : undefined}
        bulk={mayChange ? (users, unselect) => <Button size="xs" onClick={() => setMany({ users, unselect })}>{t("adjust.title")}</Button> : undefined}
        empty={{ title: t("empty"), hint: t("emptyHint") }}
      />
      {changed && <CreditsDialog id={changed.user.id} name={changed.user.name} balance={changed.user.credits} mode={changed.mode} onClose={() => change(undefined)} />}
      {many && <BulkDialog users={many.users} onClose={() => setMany(undefined)} onDone={many.unselect} />}
    </>
  );
}

function useColumns(): Column<User>[] {
  const { t } = useTranslation("users");
  return [
    { id: "name", header: t("name"), sortable: true, cell: (user) => <div className="two-lines"><span className="clip">{user.name}</span><small className="clip">{user.email || user.id}</small></div> },
    { id: "groups", header: t("groups"), wide: true, cell: (user) => <GroupPills groups={user.groups} /> },
    { id: "credits", header: t("credits"), sortable: true, numeric: true, cell: (user) => <Credits value={user.credits} /> },
    { id: "held", header: t("held"), sortable: true, numeric: true, wide: true, cell: (user) => <Credits value={user.held} /> },
    { id: "available", header: t("available"), sortable: true, numeric: true, wide: true, cell: (user) => <Credits value={user.available} /> },
    { id: "allowance", header: t("allowance"), numeric: true, wide: true, cell: (user) => <Credits value={user.total_default_credits} /> },
    { id: "status", header: t("status"), wide: true, cell: (user) => <StatusPill status={user.status} /> },
  ];
}
