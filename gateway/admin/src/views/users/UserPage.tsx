import { Button, Group, Menu, Tabs } from "@mantine/core";
import "@mantine/core/styles/Tabs.css";
import { IconChevronDown } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { usePermission } from "../../app/session";
import { useUrlState } from "../../app/urlState";
import { Credits } from "../../components/Amount";
import { ErrorNotice } from "../../components/ErrorNotice";
import { useFormats } from "../../components/format";
import { Loading } from "../../components/Loading";
import { PageHeader } from "../../components/PageHeader";
import { StatTile } from "../../components/StatTile";
import { Transfers } from "../transactions/Transfers";
import { AccountDialog } from "./AccountDialog";
import { CreditsDialog, type Mode } from "./CreditsDialog";
import { GroupsDialog } from "./GroupsDialog";
import { Lots } from "./Lots";
import { GroupPills, StatusPill } from "./pills";
import { Plan } from "./Plan";
import type { Account } from "./types";
import { Usage } from "./Usage";

const TABS = ["credits", "history", "usage", "plan"] as const;

export default function UserPage() {
  const { t } = useTranslation("users");
  const { id } = useParams({ strict: false }) as { id: string };
  const [url, setUrl] = useUrlState();
  const tab = TABS.find((name) => name === url["tab"]) ?? "credits";
  const account = useQuery({ queryKey: ["users", "one", id], queryFn: () => call(api.GET("/api/ledger/accounts/{user_id}", { params: { path: { user_id: id } } })) });
  if (account.isPending) return <><PageHeader title={id} /><Loading /></>;
  if (account.error) return <><PageHeader title={id} /><ErrorNotice error={account.error} onRetry={() => void account.refetch()} /></>;
  return (
    <>
      <Header account={account.data} />
      <Tiles account={account.data} />
      <Tabs value={tab} onChange={(name) => setUrl({ tab: name ?? undefined, after: undefined, page: undefined })} mt="md" keepMounted={false} className="tabs">
        <Tabs.List mb="sm" aria-label={t("parts")}>
          {TABS.map((name) => <Tabs.Tab key={name} value={name}>{t(`tab.${name}`)}</Tabs.Tab>)}
        </Tabs.List>
        <Tabs.Panel value="credits"><Lots account={account.data} /></Tabs.Panel>
        <Tabs.Panel value="history"><Transfers userId={id} /></Tabs.Panel>
        <Tabs.Panel value="usage"><Usage account={account.data} /></Tabs.Panel>
        <Tabs.Panel value="plan"><Plan userId={id} /></Tabs.Panel>
      </Tabs>
    </>
  );
}

function Header({ account }: { account: Account }) {
  const { t } = useTranslation("users");
  const mayChange = usePermission("money");
  const [mode, setMode] = useState<Mode>();
  const [other, setOther] = useState<"groups" | "account">();
  const hint = (
    <Group gap="xs">
      <span>{account.email}</span>
      <span className="mono">{account.id}</span>
      <StatusPill status={account.status} />
      <GroupPills groups={account.groups} />
    </Group>
  );
  return (
    <>
      <PageHeader title={account.name || account.id} hint={hint}>
        {mayChange && (
          <>
            <Button size="xs" onClick={() => setMode("adjust")}>{t("adjust.title")}</Button>
            <Menu position="bottom-end">
              <Menu.Target><Button size="xs" variant="default" rightSection={<IconChevronDown size={14} />}>{t("more")}</Button></Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setMode("grant")}>{t("grant.title")}</Menu.Item>
                <Menu.Item onClick={() => setMode("set")}>{t("set.title")}</Menu.Item>
                <Menu.Item onClick={() => setOther("groups")}>{t("groupsOf.title")}</Menu.Item>
                <Menu.Item onClick={() => setOther("account")}>{t("account.title")}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        )}
      </PageHeader>
      {mode && <CreditsDialog id={account.id} name={account.name} balance={account.balance} mode={mode} onClose={() => setMode(undefined)} />}
      {other === "groups" && <GroupsDialog account={account} onClose={() => setOther(undefined)} />}
      {other === "account" && <AccountDialog account={account} onClose={() => setOther(undefined)} />}
    </>
  );
}

function Tiles({ account }: { account: Account }) {
  const { t } = useTranslation("users");
  const { date } = useFormats();
  const next = account.next_allowance;
  return (
    <div className="tiles">
      <StatTile label={t("balance")} value={<Credits value={account.balance} />} hint={`${t("since")} ${date(account.opened_at)}`} />
      <StatTile label={t("available")} value={<Credits value={account.available} />} hint={t("availableHint")} />
      <StatTile label={t("held")} value={<Credits value={account.held} />} hint={t("holdsOpen", { count: account.holds.length })} />
      <StatTile label={t("creditLine")} value={<Credits value={account.credit_line} />} hint={t("creditLineHint")} />
      <StatTile label={t("allowance")} value={<Credits value={account.default_credits} />} hint={next && `${t("next")} ${date(next.at)}`} />
    </div>
  );
}
