import { Checkbox, NativeSelect, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { MoneyDialog, type Change } from "../../components/MoneyDialog";

export type Admin = Schemas["Administrator"];
const ROLES = ["owner", "accountant", "support", "read-only"] as const;
const PASSWORD_MIN = 12;

/** Adds an administrator, or changes what one may do. */
export function AdminDialog({ admin, onClose }: { admin: Admin | undefined; onClose: () => void }) {
  const { t } = useTranslation("admins");
  const [username, setUsername] = useState(admin?.username ?? "");
  const [role, setRole] = useState<Admin["role"]>(admin?.role ?? "support");
  const [password, setPassword] = useState("");
  const [unlink, setUnlink] = useState(false);
  const send = ({ reason }: Change): Promise<unknown> =>
    admin
      ? call(api.PATCH("/api/admin/admins/{username}", {
          params: { path: { username: admin.username } },
          body: { role: role === admin.role ? null : role, password: password || null, remove_second_factor: unlink, reason: reason || null },
        }))
      : call(api.POST("/api/admin/admins", { body: { username: username.trim(), password, role, reason: reason || null } }));
  const long = password.length >= PASSWORD_MIN;
  const changed = admin && (role !== admin.role || password !== "" || unlink);
  const ready = admin ? Boolean(changed) && (password === "" || long) : Boolean(username.trim()) && long;
  return (
    <MoneyDialog opened onClose={onClose} title={admin ? admin.username : t("add")} send={send} ready={ready} reason="optional" changes={[["admins"]]}>
      {!admin && <TextInput label={t("username")} required maxLength={64} autoComplete="off" data-autofocus value={username} onChange={(event) => setUsername(event.currentTarget.value)} />}
      <NativeSelect label={t("role")} description={t(`may.${role}`)} value={role} onChange={(event) => setRole(event.currentTarget.value as Admin["role"])} data={ROLES.map((value) => ({ value, label: t(`app:role.${value}`) }))} />
      <PasswordInput label={admin ? t("newPassword") : t("password")} description={admin ? t("passwordKeep") : t("passwordHint")} required={!admin} autoComplete="new-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} visibilityToggleButtonProps={{ "aria-label": t("app:signIn.show") }} />
      {admin?.second_factor && <Checkbox size="sm" label={t("unlink")} checked={unlink} onChange={(event) => setUnlink(event.currentTarget.checked)} />}
    </MoneyDialog>
  );
}
