import { Checkbox, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { Credits } from "../../components/Amount";
import { Loading } from "../../components/Loading";
import { MoneyDialog } from "../../components/MoneyDialog";
import type { Account } from "./types";

/** Membership of our own groups; those of Open WebUI are shown and changed there. */
export function GroupsDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation("users");
  const groups = useQuery({ queryKey: ["groups"], queryFn: () => call(api.GET("/api/credits/groups")) });
  const before = new Set(account.groups.map((group) => group.id));
  const [chosen, choose] = useState(before);
  const shown = (groups.data ?? []).filter((group) => !group.is_system_group);
  const changed = shown.filter((group) => chosen.has(group.id) !== before.has(group.id));
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  const send = async ({ reason }: { reason: string }): Promise<void> => {
    for (const group of changed) {
      const body = chosen.has(group.id) ? { add: [account.id], remove: [], reason } : { add: [], remove: [account.id], reason };
      await call(api.POST("/api/ledger/groups/{group_id}/members", { params: { path: { group_id: group.id } }, body }));
    }
  };
  return (
    <MoneyDialog opened onClose={onClose} title={t("groupsOf.title")} ready={changed.length > 0} reason="optional" send={send}>
      <Text size="sm" className="quiet">{t("groupsOf.hint")}</Text>
      {groups.isPending && <Loading />}
      <Stack gap={6}>
        {shown.map((group) => (
          <Checkbox key={group.id} size="sm" disabled={!group.is_own} checked={chosen.has(group.id)} onChange={() => toggle(group.id)} label={<>{group.name} <span className="quiet"><Credits value={group.default_credits} /></span></>} />
        ))}
      </Stack>
    </MoneyDialog>
  );
}
