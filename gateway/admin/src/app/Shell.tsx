import { AppShell, Burger, Group, NavLink, ScrollArea, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "../components/ErrorNotice";
import { Loading } from "../components/Loading";
import { GROUPS, VIEWS, type View } from "./registry";
import { useSession } from "./session";
import { useKeys } from "./useKeys";
import { UserMenu } from "./UserMenu";

// Neither is on the way of who is signed in and at work.
const HelpDialog = lazy(() => import("./HelpDialog"));
const SignIn = lazy(() => import("./SignIn"));

/** The frame around every view, or the sign-in form where nobody is signed in. */
export function Shell() {
  const session = useSession();
  if (session.isPending) return <Loading />;
  if (session.isError) return <ErrorNotice error={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data.signed_in) return <Suspense fallback={<Loading />}><SignIn /></Suspense>;
  return <Frame permitted={VIEWS.filter((view) => session.data.permissions.includes(view.permission))} />;
}

function Frame({ permitted }: { permitted: View[] }) {
  const { t } = useTranslation();
  const [menu, { toggle, close }] = useDisclosure();
  const [help, helpState] = useDisclosure();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useKeys(permitted, helpState.open);
  useEffect(close, [path, close]);
  useTitle(path);
  // The menu may be longer than the window.
  useEffect(() => {
    // In braces: the browser's promise would pass for the effect's clean-up.
    document.querySelector("nav [data-active]")?.scrollIntoView({ block: "nearest" });
  }, [path]);
  return (
    <AppShell header={{ height: 48 }} navbar={{ width: 216, breakpoint: "sm", collapsed: { mobile: !menu } }} padding={{ base: "sm", sm: "lg" }}>
      <a href="#content" className="skip">{t("shell.skip")}</a>
      <AppShell.Header>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          <Burger opened={menu} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t("shell.menu")} />
          <UnstyledButton component={Link} to="/" className="brand">
            <img src="/admin/icon.svg" width={22} height={22} alt="" />
            <Text fw={600}>{t("shell.name")}</Text>
          </UnstyledButton>
          <UserMenu onHelp={helpState.open} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar component="nav" aria-label={t("shell.menu")}>
        <ScrollArea type="never" px="xs" py="sm">
          {GROUPS.map((group) => (
            <MenuGroup key={group} name={t(`group.${group}`)} views={permitted.filter((view) => view.group === group)} path={path} />
          ))}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <div className="page">
          <Outlet />
        </div>
      </AppShell.Main>
      {help && <Suspense><HelpDialog opened onClose={helpState.close} views={permitted} /></Suspense>}
    </AppShell>
  );
}

function MenuGroup({ name, views, path }: { name: string; views: View[]; path: string }) {
  const { t } = useTranslation();
  if (!views.length) return null;
  return (
    <section className="menu-group">
      {name && <Text className="menu-title" component="h2">{name}</Text>}
      {views.map((view) => (
        <NavLink
          key={view.id}
          component={Link}
          to={view.path}
          label={t(`nav.${view.id}`)}
          leftSection={<view.icon size={17} stroke={1.6} />}
          active={view.path === "/" ? path === "/" : path === view.path || path.startsWith(`${view.path}/`)}
        />
      ))}
    </section>
  );
}

function useTitle(path: string): void {
  const { t, i18n } = useTranslation();
  useEffect(() => {
    const view = VIEWS.find((each) => each.path !== "/" && path.startsWith(each.path)) ?? VIEWS[0];
    document.title = `${t(`nav.${view?.id ?? ""}`)} · ${t("shell.name")}`;
  }, [path, t, i18n.language]);
}
