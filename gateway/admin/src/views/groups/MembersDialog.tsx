import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { ErrorNotice } from "../../components/ErrorNotice";
import { DataTable } from "../../components/table/DataTable";
import { offsetOf, offsetPage, type Column } from "../../components/table/types";

type Member = Schemas["Member"];

/** Who belongs to a group. Those of Open WebUI are changed there; our own are changed here. */
export function MembersDialog({ group, mayChange, onClose }: { group: Schemas["ListedGroup"]; mayChange: boolean; onClose: () => void }) {
  const { t } = useTranslation("groups");
  const queries = useQueryClient();
  const [id, setId] = useState("");
  const path = { params: { path: { group_id: group.id } } };
  const change = useMutation({
    mutationFn: (body: { add: string[]; remove: string[] }) => call(api.POST("/api/ledger/groups/{group_id}/members", { ...path, body: { ...body, reason: "" } })),
    onSuccess: async () => {
      setId("");
      await Promise.all([queries.invalidateQueries({ queryKey: ["members"] }), queries.invalidateQueries({ queryKey: ["groups"] })]);
    },
  });
  const columns: Column<Member>[] = [
    { id: "name", header: t("name"), cell: (member) => <Link className="link" to={`/users/${encodeURIComponent(member.id)}`}>{member.name ?? member.id}</Link> },
    { id: "email", header: t("email"), cell: (member) => member.email },
  ];
  const editable = mayChange && group.is_own;
  const add = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (id.trim()) change.mutate({ add: [id.trim()], remove: [] });
  };
  return (
    <Modal opened onClose={onClose} title={`${group.name}: ${t("members")}`} size="lg">
      {editable && (
        <Group component="form" mb="sm" gap="xs" onSubmit={add}>
          <TextInput size="xs" aria-label={t("userId")} placeholder={t("userId")} maxLength={255} value={id} onChange={(event) => setId(event.currentTarget.value)} />
          <Button size="xs" type="submit" loading={change.isPending}>{t("add")}</Button>
        </Group>
      )}
      {change.error && <ErrorNotice error={change.error} />}
      <DataTable
        name="members" scope={[group.id]} prefix="m." label={t("members")} columns={columns} rowKey={(member) => member.id}
        empty={{ title: t("noMembers"), hint: group.is_own ? t("noMembersOwn") : t("noMembersSynced") }}
        load={async (query) => {
          const page = await call(api.GET("/api/ledger/groups/{group_id}/members", { params: { ...path.params, query: { limit: query.limit, offset: offsetOf(query) } } }));
          return offsetPage(query, page.members, page.total);
        }}
        actions={editable ? (member) => [{ label: t("remove"), danger: true, onClick: () => change.mutate({ add: [], remove: [member.id] }) }] : undefined}
      />
    </Modal>
  );
}
