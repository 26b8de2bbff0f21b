import type { Exact } from "./exact";
export interface paths {
    "/admin/billing/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where money and books disagree
         * @description Administrator permission: `read`.
         */
        get: operations["billing_alarms_admin_billing_alarms_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_admin_billing_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/payments/{payment_id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give money back
         * @description Administrator permission: `money`.
         */
        post: operations["billing_refund_admin_billing_payments__payment_id__refund_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All plans with subscribers and monthly revenue
         * @description Administrator permission: `read`.
         */
        get: operations["billing_list_plans_admin_billing_plans_get"];
        put?: never;
        /**
         * Create a plan
         * @description Administrator permission: `money`.
         */
        post: operations["billing_create_admin_billing_plans_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/plans/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One plan
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_admin_billing_plans__plan_id__get"];
        /**
         * Edit a plan
         * @description Administrator permission: `money`.
         */
        put: operations["billing_update_admin_billing_plans__plan_id__put"];
        post?: never;
        /**
         * Delete a plan that nobody has
         * @description Administrator permission: `money`.
         */
        delete: operations["billing_delete_admin_billing_plans__plan_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/plans/{plan_id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a plan
         * @description Administrator permission: `money`.
         */
        post: operations["billing_duplicate_admin_billing_plans__plan_id__duplicate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/plans/{plan_id}/subscribers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has the plan
         * @description Administrator permission: `read`.
         */
        get: operations["billing_subscribers_admin_billing_plans__plan_id__subscribers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/plans/{plan_id}/toggle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Sell or stop selling a plan
         * @description Administrator permission: `money`.
         */
        patch: operations["billing_toggle_admin_billing_plans__plan_id__toggle_patch"];
        trace?: never;
    };
    "/admin/billing/promo-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All promo codes, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["billing_list_codes_admin_billing_promo_codes_get"];
        put?: never;
        /**
         * Create a promo code
         * @description Administrator permission: `money`.
         */
        post: operations["billing_create_admin_billing_promo_codes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/promo-codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One promo code
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_admin_billing_promo_codes__code__get"];
        /**
         * Edit a promo code
         * @description Administrator permission: `money`.
         */
        put: operations["billing_update_admin_billing_promo_codes__code__put"];
        post?: never;
        /**
         * Delete a promo code that was never used
         * @description Administrator permission: `money`.
         */
        delete: operations["billing_delete_admin_billing_promo_codes__code__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/promo-codes/{code}/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who used a promo code
         * @description Administrator permission: `read`.
         */
        get: operations["billing_redemptions_admin_billing_promo_codes__code__redemptions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/reports/churn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Paying people by month and currency: who came and who left
         * @description Administrator permission: `read`.
         */
        get: operations["billing_churn_admin_billing_reports_churn_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/reports/failed-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments that came to nothing
         * @description Administrator permission: `read`.
         */
        get: operations["billing_failed_payments_admin_billing_reports_failed_payments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/reports/revenue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments and refunds by day, currency and kind
         * @description Administrator permission: `read`.
         */
        get: operations["billing_revenue_admin_billing_reports_revenue_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/reports/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MRR, ARR, ARPU and churn by currency
         * @description Administrator permission: `read`.
         */
        get: operations["billing_summary_admin_billing_reports_summary_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/users/{user_id}/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a user has and has used of it
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_admin_billing_users__user_id__subscription_get"];
        /**
         * Give a user a plan without a payment
         * @description Administrator permission: `money`.
         */
        put: operations["billing_assign_admin_billing_users__user_id__subscription_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/admins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All administrators
         * @description Administrator permission: `access`.
         */
        get: operations["gateway_list_admins_api_admin_admins_get"];
        put?: never;
        /**
         * Add one
         * @description Administrator permission: `access`.
         */
        post: operations["gateway_add_api_admin_admins_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/admins/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One administrator
         * @description Administrator permission: `access`.
         */
        get: operations["gateway_one_admin_api_admin_admins__username__get"];
        put?: never;
        post?: never;
        /**
         * Disable one
         * @description The name stays: the audit log speaks of it.
         *
         *     Administrator permission: `access`.
         */
        delete: operations["gateway_disable_api_admin_admins__username__delete"];
        options?: never;
        head?: never;
        /**
         * Change one
         * @description Administrator permission: `access`.
         */
        patch: operations["gateway_change_api_admin_admins__username__patch"];
        trace?: never;
    };
    "/api/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what
         * @description Administrator permission: `audit`.
         */
        get: operations["gateway_read_api_admin_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All API keys
         * @description Administrator permission: `access`.
         */
        get: operations["gateway_list_keys_api_admin_keys_get"];
        put?: never;
        /**
         * Issue an API key
         * @description Administrator permission: `access`.
         */
        post: operations["gateway_issue_api_admin_keys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a key
         * @description Administrator permission: `access`.
         */
        delete: operations["gateway_revoke_api_admin_keys__id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a key
         * @description Administrator permission: `access`.
         */
        post: operations["gateway_rotate_api_admin_keys__id__rotate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my password
         * @description Administrator permission: `read`.
         */
        post: operations["gateway_my_password_api_admin_me_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a second factor
         * @description Administrator permission: `read`.
         */
        post: operations["gateway_start_totp_api_admin_me_totp_post"];
        /**
         * Remove it
         * @description Administrator permission: `read`.
         */
        delete: operations["gateway_remove_totp_api_admin_me_totp_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put it into use
         * @description Administrator permission: `read`.
         */
        post: operations["gateway_confirm_totp_api_admin_me_totp_confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/admin/waiting-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who waits for an account
         * @description Administrator permission: `read`.
         */
        get: operations["sync_listing_api_credits_admin_waiting_list_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/admin/waiting-list/{applicant_id}/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark as processed
         * @description Administrator permission: `people`.
         */
        post: operations["sync_process_api_credits_admin_waiting_list__applicant_id__process_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/admin/waiting-list/cleanup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete entries that are done with
         * @description `clear` once emptied the password column; there is none, so nothing is left to do.
         *
         *     Administrator permission: `people`.
         */
        post: operations["sync_clean_up_api_credits_admin_waiting_list_cleanup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/admin/waiting-list/clear-hashes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kept for existing clients
         * @description Administrator permission: `people`.
         */
        post: operations["sync_clear_hashes_api_credits_admin_waiting_list_clear_hashes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/admin/waiting-list/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The list as a CSV file
         * @description Administrator permission: `read`.
         */
        get: operations["sync_download_api_credits_admin_waiting_list_download_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/deduct-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge usage that has happened
         * @description API key scope: `credits:charge`.
         */
        post: operations["ledger_post__api_credits_deduct_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lots of a user with what is left of them
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_grants_api_credits_grants_get"];
        put?: never;
        /**
         * Give credits
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_grant_api_credits_grants_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All groups
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_groups_api_credits_groups_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/groups/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a group's default
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_update_api_credits_groups_update_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reserve credits for a coming model call
         * @description API key scope: `credits:charge`.
         */
        post: operations["ledger_post__api_credits_holds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/holds/{hold_id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a hold alive and report what was counted so far
         * @description API key scope: `credits:charge`.
         */
        post: operations["ledger_post__api_credits_holds_hold_id_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/holds/{hold_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a hold without a charge
         * @description API key scope: `credits:charge`.
         */
        post: operations["ledger_post__api_credits_holds_hold_id_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/holds/{hold_id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a hold with what was used
         * @description API key scope: `credits:charge`.
         */
        post: operations["ledger_post__api_credits_holds_hold_id_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All limits
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_limits_api_credits_limits_get"];
        put?: never;
        /**
         * Set a limit
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_limit_api_credits_limits_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/limits/{limit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a limit away
         * @description Administrator permission: `money`.
         */
        delete: operations["ledger_delete_limit_api_credits_limits__limit_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/model/{model_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The price of one model
         * @description API key scope: `prices:read`. Administrator permission: `read`.
         */
        get: operations["pricing_model_price_api_credits_model__model_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All models
         * @description Administrator permission: `read`.
         */
        get: operations["pricing_models_api_credits_models_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/bulk/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply a previewed bulk change
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_apply_api_credits_models_bulk_apply_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/bulk/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what a bulk change would do
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_preview_api_credits_models_bulk_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Audit of prices and settings, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["pricing_changes_api_credits_models_changes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All prices as a file, in credits
         * @description Administrator permission: `read`.
         */
        get: operations["pricing_export_api_credits_models_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/follow-base": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cost what the base costs
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_follow_api_credits_models_follow_base_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Versions of a model's own price, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["pricing_history_api_credits_models_history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose the prices of a file
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_import_file_api_credits_models_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proposed prices beside the present ones
         * @description Administrator permission: `read`.
         */
        get: operations["pricing_proposals_api_credits_models_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/proposals/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or reject proposals
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_decide_api_credits_models_proposals_decide_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a price
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_update_api_credits_models_update_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/update-free-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set free
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_update_free_status_api_credits_models_update_free_status_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/update-restriction-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set restricted
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_update_restriction_status_api_credits_models_update_restriction_status_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a scheduled price
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_withdraw_api_credits_models_withdraw_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the settings
         * @description Administrator permission: `read`.
         */
        get: operations["pricing_settings_api_credits_settings_get"];
        put?: never;
        /**
         * Change the settings
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_update_settings_api_credits_settings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/statistics/breakdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Usage between two days by day, model, group or user
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_breakdown_api_credits_statistics_breakdown_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/statistics/current-usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This month's usage of every user
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_current_usage_api_credits_statistics_current_usage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/statistics/monthly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Usage of all users in a month
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_monthly_api_credits_statistics_monthly_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/statistics/user/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Usage of one user by month
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_user_api_credits_statistics_user__user_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/statistics/yearly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A year by month
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_yearly_api_credits_statistics_yearly_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/sync-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronise everything now
         * @description Administrator permission: `people`.
         */
        post: operations["sync_run_api_credits_sync_all_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/sync-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronise groups now
         * @description Administrator permission: `people`.
         */
        post: operations["sync_run_api_credits_sync_groups_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/sync-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronise models now
         * @description Administrator permission: `people`.
         */
        post: operations["sync_run_api_credits_sync_models_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/sync-user-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronise user-group memberships now
         * @description Administrator permission: `people`.
         */
        post: operations["sync_run_api_credits_sync_user_groups_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/sync-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronise users now
         * @description Administrator permission: `people`.
         */
        post: operations["sync_run_api_credits_sync_users_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/system-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people and the calendar did, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_system_logs_api_credits_system_logs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All transfers, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_transactions_api_credits_transactions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/transactions/{transaction_id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a transaction, once
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_reversal_api_credits_transactions__transaction_id__reverse_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a user's balance
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_update_api_credits_update_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/user/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A user's credits, groups and allowance
         * @description API key scope: `credits:read`. Administrator permission: `read`.
         */
        get: operations["ledger_get__api_credits_user_user_id_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/user/{user_id}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What applies to a user, and what is left
         * @description API key scope: `credits:read`. Administrator permission: `read`.
         */
        get: operations["ledger_get_user_limits_api_credits_user__user_id__limits_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/user/{user_id}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Transfers of one user
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_user_transactions_api_credits_user__user_id__transactions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All users with their balances
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_users_api_credits_users_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/accounts/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend, close or open an account; set its credit line
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_account_api_ledger_accounts__user_id__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add or take credits
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_adjustment_api_ledger_adjustments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/allowances/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply changed defaults to this period
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_apply_api_ledger_allowances_apply_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/allowances/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What applying changed defaults would do
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_preview_api_ledger_allowances_preview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log with what was before and after
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_audit_api_ledger_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/grant-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Batches, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_batches_api_ledger_grant_batches_get"];
        put?: never;
        /**
         * Grant what a CSV file says; by default only a preview
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_batch_api_ledger_grant_batches_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/grant-batches/{batch_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back every grant of a batch
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_undo_api_ledger_grant_batches__batch_id__undo_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/groups/{group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an unused group of our own
         * @description Administrator permission: `money`.
         */
        delete: operations["ledger_delete_api_ledger_groups__group_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/groups/{group_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who belongs to a group
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_members_api_ledger_groups__group_id__members_get"];
        put?: never;
        /**
         * Change who belongs to a group of our own
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_members_api_ledger_groups__group_id__members_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/system-logs/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log of a search as a file
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_system_logs_file_api_ledger_system_logs_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/transactions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The transfers of a search as a file
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_transactions_file_api_ledger_transactions_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When you want to be told */
        get: operations["ledger_get_alerts_api_me_alerts_get"];
        /** Set when you want to be told */
        put: operations["ledger_put_alerts_api_me_alerts_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your credits, by lot */
        get: operations["ledger_get_balance_api_me_balance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/cap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Cap your own spending */
        put: operations["ledger_put_cap_api_me_cap_put"];
        post?: never;
        /** Take your own cap away */
        delete: operations["ledger_delete_cap_api_me_cap_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is kept about you */
        get: operations["ledger_get_export_api_me_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your transactions, newest first */
        get: operations["ledger_get_history_api_me_history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/receipts/{transaction_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the amount of one of your transactions came about */
        get: operations["ledger_get_receipt_api_me_receipts__transaction_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you used, by day or by model */
        get: operations["ledger_get_usage_api_me_usage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/models/pricing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prices of all available models */
        get: operations["pricing_public_pricing_api_public_models_pricing_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reset/manual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run the reset now
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_manual_api_reset_manual_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reset/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Was this period granted?
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_status_api_reset_status_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What differs now; nothing is changed
         * @description Administrator permission: `read`.
         */
        get: operations["sync_show_drift_api_sync_drift_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/hints/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Something changed: look now
         * @description The answer is the same whether or not the secret is right, and the body is not read.
         */
        post: operations["sync_hint_api_sync_hints__secret__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/publish-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell all that is known again
         * @description Administrator permission: `people`.
         */
        post: operations["sync_tell_again_api_sync_publish_again_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History of runs, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["sync_runs_api_sync_runs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * State of the poller and what is known
         * @description Administrator permission: `read`.
         */
        get: operations["sync_status_api_sync_status_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where money and books disagree
         * @description Administrator permission: `read`.
         */
        get: operations["billing_alarms_api_v1_admin_billing_alarms_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_admin_billing_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/payments/{payment_id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give money back
         * @description Administrator permission: `money`.
         */
        post: operations["billing_refund_api_v1_admin_billing_payments__payment_id__refund_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All plans with subscribers and monthly revenue
         * @description Administrator permission: `read`.
         */
        get: operations["billing_list_plans_api_v1_admin_billing_plans_get"];
        put?: never;
        /**
         * Create a plan
         * @description Administrator permission: `money`.
         */
        post: operations["billing_create_api_v1_admin_billing_plans_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/plans/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One plan
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_admin_billing_plans__plan_id__get"];
        /**
         * Edit a plan
         * @description Administrator permission: `money`.
         */
        put: operations["billing_update_api_v1_admin_billing_plans__plan_id__put"];
        post?: never;
        /**
         * Delete a plan that nobody has
         * @description Administrator permission: `money`.
         */
        delete: operations["billing_delete_api_v1_admin_billing_plans__plan_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/plans/{plan_id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a plan
         * @description Administrator permission: `money`.
         */
        post: operations["billing_duplicate_api_v1_admin_billing_plans__plan_id__duplicate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/plans/{plan_id}/subscribers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has the plan
         * @description Administrator permission: `read`.
         */
        get: operations["billing_subscribers_api_v1_admin_billing_plans__plan_id__subscribers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/plans/{plan_id}/toggle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Sell or stop selling a plan
         * @description Administrator permission: `money`.
         */
        patch: operations["billing_toggle_api_v1_admin_billing_plans__plan_id__toggle_patch"];
        trace?: never;
    };
    "/api/v1/admin/billing/promo-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All promo codes, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["billing_list_codes_api_v1_admin_billing_promo_codes_get"];
        put?: never;
        /**
         * Create a promo code
         * @description Administrator permission: `money`.
         */
        post: operations["billing_create_api_v1_admin_billing_promo_codes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/promo-codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One promo code
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_admin_billing_promo_codes__code__get"];
        /**
         * Edit a promo code
         * @description Administrator permission: `money`.
         */
        put: operations["billing_update_api_v1_admin_billing_promo_codes__code__put"];
        post?: never;
        /**
         * Delete a promo code that was never used
         * @description Administrator permission: `money`.
         */
        delete: operations["billing_delete_api_v1_admin_billing_promo_codes__code__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/promo-codes/{code}/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who used a promo code
         * @description Administrator permission: `read`.
         */
        get: operations["billing_redemptions_api_v1_admin_billing_promo_codes__code__redemptions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/reports/churn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Paying people by month and currency: who came and who left
         * @description Administrator permission: `read`.
         */
        get: operations["billing_churn_api_v1_admin_billing_reports_churn_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/reports/failed-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments that came to nothing
         * @description Administrator permission: `read`.
         */
        get: operations["billing_failed_payments_api_v1_admin_billing_reports_failed_payments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/reports/revenue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments and refunds by day, currency and kind
         * @description Administrator permission: `read`.
         */
        get: operations["billing_revenue_api_v1_admin_billing_reports_revenue_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/reports/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MRR, ARR, ARPU and churn by currency
         * @description Administrator permission: `read`.
         */
        get: operations["billing_summary_api_v1_admin_billing_reports_summary_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/users/{user_id}/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a user has and has used of it
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_admin_billing_users__user_id__subscription_get"];
        /**
         * Give a user a plan without a payment
         * @description Administrator permission: `money`.
         */
        put: operations["billing_assign_api_v1_admin_billing_users__user_id__subscription_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/auto-topup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy credits when few are left
         * @description Administrator permission: `money`.
         */
        post: operations["billing_auto_top_up_api_v1_billing_auto_topup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is left, as of the ledger's last fact
         * @description Administrator permission: `read`.
         */
        get: operations["billing_balance_api_v1_billing_balance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every change of the balance but charges
         * @description Administrator permission: `read`.
         */
        get: operations["billing_ledger_api_v1_billing_ledger_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything about the caller's billing
         * @description Administrator permission: `read`.
         */
        get: operations["billing_me_api_v1_billing_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start paying for a plan
         * @description Administrator permission: `money`.
         */
        post: operations["billing_pay_api_v1_billing_payment_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/payment-methods/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget saved payment methods, stop renewals
         * @description Administrator permission: `money`.
         */
        post: operations["billing_unlink_api_v1_billing_payment_methods_unlink_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plans on sale
         * @description Administrator permission: `read`.
         */
        get: operations["billing_list_plans_api_v1_billing_plans_get"];
        put?: never;
        /**
         * Create a plan; its id is a UUID
         * @description Administrator permission: `money`.
         */
        post: operations["billing_create_api_v1_billing_plans_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/plans/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One plan
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_billing_plans__plan_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/plans/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans on sale, for anybody */
        get: operations["billing_list_public_api_v1_billing_plans_public_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where receipts go
         * @description Administrator permission: `money`.
         */
        post: operations["billing_settings_api_v1_billing_settings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own subscription, or null
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_billing_subscription_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/subscription/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel at the end of the period, or now
         * @description Administrator permission: `money`.
         */
        post: operations["billing_cancel_api_v1_billing_subscription_cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/subscription/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a cancellation back
         * @description Administrator permission: `money`.
         */
        post: operations["billing_resume_api_v1_billing_subscription_resume_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/subscription/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a trial
         * @description Administrator permission: `money`.
         */
        post: operations["billing_trial_api_v1_billing_subscription_trial_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/topup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start buying lasting credits
         * @description Administrator permission: `money`.
         */
        post: operations["billing_top_up_api_v1_billing_topup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/topup/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at once what became of an own payment
         * @description Administrator permission: `money`.
         */
        post: operations["billing_reconcile_api_v1_billing_topup_reconcile_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own payments
         * @description Administrator permission: `read`.
         */
        get: operations["billing_transactions_api_v1_billing_transactions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/usage-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What use of models cost
         * @description Administrator permission: `read`.
         */
        get: operations["billing_usage_events_api_v1_billing_usage_events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/usage/{metric}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Usage of one metric in the current period
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_billing_usage__metric__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/usage/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * May this much still be used?
         * @description Administrator permission: `money`.
         */
        post: operations["billing_check_api_v1_billing_usage_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/webhook/yookassa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notices of the provider; the token is in the query */
        post: operations["billing_take_api_v1_billing_webhook_yookassa_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/webhook/yookassa/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notices of the provider */
        post: operations["billing_take_by_path_api_v1_billing_webhook_yookassa__token__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get a token */
        post: operations["gateway_login_auth_login_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the session
         * @description Public, because an expired token must not make it an error; revokes the one that is sent.
         */
        post: operations["gateway_logout_auth_logout_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I
         * @description Administrator permission: `read`.
         */
        get: operations["gateway_me_auth_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/auto-topup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy credits when few are left
         * @description Administrator permission: `money`.
         */
        post: operations["billing_auto_top_up_billing_auto_topup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is left, as of the ledger's last fact
         * @description Administrator permission: `read`.
         */
        get: operations["billing_balance_billing_balance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every change of the balance but charges
         * @description Administrator permission: `read`.
         */
        get: operations["billing_ledger_billing_ledger_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything about the caller's billing
         * @description Administrator permission: `read`.
         */
        get: operations["billing_me_billing_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start paying for a plan
         * @description Administrator permission: `money`.
         */
        post: operations["billing_pay_billing_payment_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/payment-methods/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget saved payment methods, stop renewals
         * @description Administrator permission: `money`.
         */
        post: operations["billing_unlink_billing_payment_methods_unlink_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plans on sale
         * @description Administrator permission: `read`.
         */
        get: operations["billing_list_plans_billing_plans_get"];
        put?: never;
        /**
         * Create a plan; its id is a UUID
         * @description Administrator permission: `money`.
         */
        post: operations["billing_create_billing_plans_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/plans/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One plan
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_billing_plans__plan_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/plans/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans on sale, for anybody */
        get: operations["billing_list_public_billing_plans_public_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where receipts go
         * @description Administrator permission: `money`.
         */
        post: operations["billing_settings_billing_settings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own subscription, or null
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_billing_subscription_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/subscription/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel at the end of the period, or now
         * @description Administrator permission: `money`.
         */
        post: operations["billing_cancel_billing_subscription_cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/subscription/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a cancellation back
         * @description Administrator permission: `money`.
         */
        post: operations["billing_resume_billing_subscription_resume_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/subscription/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a trial
         * @description Administrator permission: `money`.
         */
        post: operations["billing_trial_billing_subscription_trial_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/topup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start buying lasting credits
         * @description Administrator permission: `money`.
         */
        post: operations["billing_top_up_billing_topup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/topup/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at once what became of an own payment
         * @description Administrator permission: `money`.
         */
        post: operations["billing_reconcile_billing_topup_reconcile_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own payments
         * @description Administrator permission: `read`.
         */
        get: operations["billing_transactions_billing_transactions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/usage-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What use of models cost
         * @description Administrator permission: `read`.
         */
        get: operations["billing_usage_events_billing_usage_events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/usage/{metric}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Usage of one metric in the current period
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_billing_usage__metric__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/usage/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * May this much still be used?
         * @description Administrator permission: `money`.
         */
        post: operations["billing_check_billing_usage_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/webhook/yookassa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notices of the provider; the token is in the query */
        post: operations["billing_take_billing_webhook_yookassa_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/webhook/yookassa/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notices of the provider */
        post: operations["billing_take_by_path_billing_webhook_yookassa__token__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state of the service, for people */
        get: operations["gateway_health_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: operations["gateway_live_health_live_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The service can do its work */
        get: operations["gateway_is_ready_health_ready_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waiting-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Registration page */
        get: operations["sync_show_waiting_list_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waiting-list/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for an account
         * @description The answer is the same whether or not the e-mail address is known. A form gets a page.
         */
        post: operations["sync_register_waiting_list_register_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AddAdmin */
        AddAdmin: {
            /** Password */
            password: string;
            /** Reason */
            reason?: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "accountant" | "support" | "read-only";
            /** Username */
            username: string;
        };
        /** Adjust */
        Adjust: {
            /** Amount */
            amount: Exact | string;
            /** Reason */
            reason: string;
            /** User Id */
            user_id: string;
        };
        /** Administrator */
        Administrator: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Disabled At */
            disabled_at: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "accountant" | "support" | "read-only";
            /** Second Factor */
            second_factor: boolean;
            /** Username */
            username: string;
        };
        /**
         * Alert
         * @description `raised_at` tells since when the threshold is crossed, null if it is not.
         */
        Alert: {
            /** Kind */
            kind: string;
            /** Raised At */
            raised_at: string | null;
            /** Value */
            value: Exact;
        };
        /** Alerts */
        Alerts: {
            /** Thresholds */
            thresholds: components["schemas"]["Alert"][];
        };
        /**
         * AlertThreshold
         * @description `balance_below` counts credits, `cap_used` per cent of each limit that applies.
         */
        AlertThreshold: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "balance_below" | "cap_used";
            /** Value */
            value: Exact | string;
        };
        /** ApiKey */
        ApiKey: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Rotated From */
            rotated_from: string | null;
            /** Scopes */
            scopes: string[];
        };
        /**
         * ApplicantWire
         * @description `account` says whether an Open WebUI account was made: none, created or existed before.
         */
        ApplicantWire: {
            /** Account */
            account: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /** Full Name */
            full_name: string;
            /** Id */
            id: number;
            /** Processed */
            processed: boolean;
            /** Processed At */
            processed_at: string | null;
            /** Processed By */
            processed_by: string | null;
        };
        /**
         * ApplyAllowances
         * @description `preview` is the mark of the preview that was looked at.
         */
        ApplyAllowances: {
            /**
             * Lower
             * @default false
             */
            lower: boolean;
            /** Preview */
            preview: string;
        };
        /** AssignRequest */
        AssignRequest: {
            /** Plan Id */
            plan_id: string;
            /**
             * Reset Usage
             * @default false
             */
            reset_usage: boolean;
        };
        /** AutoTopUpRequest */
        AutoTopUpRequest: {
            /** Amount Kopeks */
            amount_kopeks?: number | null;
            /** Enabled */
            enabled: boolean;
            /** Threshold Kopeks */
            threshold_kopeks?: number | null;
        };
        /**
         * Balance
         * @description The lots are in the order in which they are spent, and sum to a balance that is no debt.
         */
        Balance: {
            /** Available */
            available: Exact;
            /** Balance */
            balance: Exact;
            /** Credit Line */
            credit_line: Exact;
            /** Held */
            held: Exact;
            /** Id */
            id: string;
            /** Limits */
            limits: components["schemas"]["LimitLeft"][];
            /** Lots */
            lots: components["schemas"]["Lot"][];
            next_allowance: components["schemas"]["NextAllowance"] | null;
            /** Status */
            status: string;
        };
        /** Body_login_auth_login_post */
        Body_login_auth_login_post: {
            /**
             * Otp
             * @default
             */
            otp: string;
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * BulkApproval
         * @description The previewed request with the preview's digest.
         */
        BulkApproval: {
            /**
             * Confirm Jump
             * @default false
             */
            confirm_jump: boolean;
            /** Digest */
            digest: string;
            /** Effective From */
            effective_from?: string | null;
            /** Is Free */
            is_free?: boolean | null;
            /** Model Ids */
            model_ids?: string[] | null;
            /** Multiply */
            multiply?: (Exact | string) | null;
            /**
             * Price Mode
             * @default credits
             * @enum {string}
             */
            price_mode: "credits" | "usd";
            /**
             * Prices
             * @default {}
             */
            prices: {
                [key: string]: Exact | string | null;
            };
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Search
             * @default
             */
            search: string;
            /**
             * Show
             * @default all
             * @enum {string}
             */
            show: "all" | "public" | "restricted" | "private" | "free" | "unpriced";
        };
        /** BulkDone */
        BulkDone: {
            /** Changed */
            changed: number;
            /**
             * Status
             * @constant
             */
            status: "success";
        };
        /**
         * BulkPreview
         * @description `jumps` counts models whose change needs confirm_jump.
         */
        BulkPreview: {
            /** Changes */
            changes: components["schemas"]["PreviewedModel"][];
            /** Digest */
            digest: string;
            /** Jumps */
            jumps: number;
        };
        /**
         * BulkRequest
         * @description Which models, and what to do with their prices.
         */
        BulkRequest: {
            /** Effective From */
            effective_from?: string | null;
            /** Is Free */
            is_free?: boolean | null;
            /** Model Ids */
            model_ids?: string[] | null;
            /** Multiply */
            multiply?: (Exact | string) | null;
            /**
             * Price Mode
             * @default credits
             * @enum {string}
             */
            price_mode: "credits" | "usd";
            /**
             * Prices
             * @default {}
             */
            prices: {
                [key: string]: Exact | string | null;
            };
            /**
             * Search
             * @default
             */
            search: string;
            /**
             * Show
             * @default all
             * @enum {string}
             */
            show: "all" | "public" | "restricted" | "private" | "free" | "unpriced";
        };
        /** CancelRequest */
        CancelRequest: {
            /**
             * Immediate
             * @default false
             */
            immediate: boolean;
        };
        /** Change */
        Change: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /** Actor Id */
            actor_id: string;
            /** Actor Kind */
            actor_kind: string;
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: number;
            /** Model Id */
            model_id: string | null;
            /** Reason */
            reason: string;
            /** Trace Id */
            trace_id: string;
        };
        /** ChangeAccount */
        ChangeAccount: {
            /** Credit Line */
            credit_line?: Exact | string | null;
            /** Reason */
            reason: string;
            /** Status */
            status?: ("open" | "suspended" | "closed") | null;
        };
        /** ChangeAdmin */
        ChangeAdmin: {
            /** Disabled */
            disabled?: boolean | null;
            /** Password */
            password?: string | null;
            /** Reason */
            reason?: string | null;
            /**
             * Remove Second Factor
             * @default false
             */
            remove_second_factor: boolean;
            /** Role */
            role?: ("owner" | "accountant" | "support" | "read-only") | null;
        };
        /** ChangedAccount */
        ChangedAccount: {
            /** Available */
            available: Exact;
            /** Balance */
            balance: Exact;
            /** Credit Line */
            credit_line: Exact;
            /** Status */
            status: string;
            /** User Id */
            user_id: string;
        };
        /** ChangeMembers */
        ChangeMembers: {
            /**
             * Add
             * @default []
             */
            add: string[];
            /**
             * Remove
             * @default []
             */
            remove: string[];
        };
        /** ChangePage */
        ChangePage: {
            /** Changes */
            changes: components["schemas"]["Change"][];
            /** Has Next */
            has_next: boolean;
            /** Has Prev */
            has_prev: boolean;
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** ChangePassword */
        ChangePassword: {
            /** Current */
            current: string;
            /** New */
            new: string;
        };
        /** Code */
        Code: {
            /** Code */
            code: string;
        };
        /** CreatePlan */
        CreatePlan: {
            /**
             * Currency
             * @default RUB
             * @enum {string}
             */
            currency: "RUB" | "USD" | "EUR";
            /** Description */
            description?: string | null;
            /** Description Ru */
            description_ru?: string | null;
            /**
             * Display Order
             * @default 0
             */
            display_order: number;
            /** Features */
            features?: string[] | null;
            /** Id */
            id?: string | null;
            /**
             * Included Credits
             * @default 0
             */
            included_credits: Exact | string;
            /**
             * Interval
             * @enum {string}
             */
            interval: "day" | "week" | "month" | "year";
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
            /** Name */
            name: string;
            /** Name Ru */
            name_ru?: string | null;
            /** Price */
            price: Exact | string;
            /** Quotas */
            quotas?: {
                [key: string]: number | null;
            } | null;
            /**
             * Trial Days
             * @default 0
             */
            trial_days: number;
        };
        /**
         * CreatePromoCode
         * @description `plan_ids` null: every plan, empty: none. Limits null: none.
         */
        CreatePromoCode: {
            /**
             * Applies To Top Ups
             * @default true
             */
            applies_to_top_ups: boolean;
            /** Code */
            code?: string | null;
            /**
             * Currency
             * @description of a fixed amount
             */
            currency?: ("RUB" | "USD" | "EUR") | null;
            /** Ends At */
            ends_at?: number | null;
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "percent" | "amount" | "credits";
            /**
             * Max Per User
             * @default 1
             */
            max_per_user: number | null;
            /** Max Redemptions */
            max_redemptions?: number | null;
            /** Note */
            note?: string | null;
            /** Plan Ids */
            plan_ids?: string[] | null;
            /** Starts At */
            starts_at?: number | null;
            /** Value */
            value: Exact | string;
        };
        /** CreditsSet */
        CreditsSet: {
            /** Credits */
            credits: Exact;
            /** Id */
            id: string;
            /** Status */
            status: string;
        };
        /**
         * Decided
         * @description A proposal that is still open says why in `problem`.
         */
        Decided: {
            /** Id */
            id: string;
            /** Model Id */
            model_id: string;
            /** Problem */
            problem?: {
                [key: string]: unknown;
            } | null;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "approved" | "rejected";
        };
        /**
         * DecisionRequest
         * @description About open proposals with these ids, or about all open ones of a batch.
         */
        DecisionRequest: {
            /** Batch Id */
            batch_id?: string | null;
            /**
             * Confirm Jump
             * @default false
             */
            confirm_jump: boolean;
            /**
             * Decision
             * @enum {string}
             */
            decision: "approve" | "reject";
            /** Effective From */
            effective_from?: string | null;
            /** Ids */
            ids?: string[] | null;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** Decisions */
        Decisions: {
            /** Decided */
            decided: number;
            /** Not Open */
            not_open: string[];
            /** Results */
            results: components["schemas"]["Decided"][];
            /**
             * Status
             * @constant
             */
            status: "success";
        };
        /**
         * Deduction
         * @description What was charged. `deducted` is what the balance covered; the `shortfall` became debt.
         */
        Deduction: {
            cached_tokens: number;
            /** Format: decimal */
            completion_cost: string;
            /** Format: decimal */
            cost: string;
            /** Format: decimal */
            deducted: string;
            /** @default null */
            hold_id: string | null;
            is_free: boolean;
            /** Format: decimal */
            new_balance: string;
            price_version: string;
            /** Format: decimal */
            prompt_cost: string;
            reasoning_tokens: number;
            replayed: boolean;
            /** Format: decimal */
            shortfall: string;
            success: boolean;
            transaction_id: number;
        };
        /**
         * DeductTokens
         * @description `only_if_allowed` refuses what the balance or a limit does not cover, instead of debt.
         */
        DeductTokens: {
            /** @default auto-system */
            actor: string;
            /** @default null */
            cached_tokens: number | null;
            completion_tokens: number;
            /** @default null */
            idempotency_key: string | null;
            model_id: string;
            /** @default false */
            only_if_allowed: boolean;
            prompt_tokens: number;
            /** @default null */
            reasoning_tokens: number | null;
            /** @default null */
            usage: {
                [key: string]: number;
            } | null;
            user_id: string;
        };
        /** DoneWire */
        DoneWire: {
            /** Affected */
            affected: number;
            /** Message */
            message: string;
            /** Status */
            status: string;
        };
        /** DriftOfKindWire */
        DriftOfKindWire: {
            /** Changed */
            changed: number;
            /** Closed */
            closed: number;
            /** Created */
            created: number;
            /** Items */
            items: {
                [key: string]: unknown;
            }[];
            /** Refused */
            refused: string | null;
            /** Seen */
            seen: number;
        };
        /** DriftWire */
        DriftWire: {
            /** Errors */
            errors: {
                [key: string]: string;
            }[];
            /** In Sync */
            in_sync: boolean;
            /** Kinds */
            kinds: {
                [key: string]: components["schemas"]["DriftOfKindWire"];
            };
        };
        /** Entry */
        Entry: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /** Actor Kind */
            actor_kind: string;
            /** Address */
            address: string | null;
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: number;
            /** Reason */
            reason: string | null;
            /** Target */
            target: string;
            /** Trace Id */
            trace_id: string;
        };
        /** ExtendedHold */
        ExtendedHold: {
            /** Format: decimal */
            amount: string;
            /** Format: decimal */
            available: string;
            expires_at: string;
            hold_id: string;
        };
        /** ExtendHold */
        ExtendHold: {
            /** @default null */
            cached_tokens: number | null;
            completion_tokens: number;
            prompt_tokens: number;
            /** @default null */
            reasoning_tokens: number | null;
            /** @default null */
            ttl_s: number | null;
            /** @default null */
            usage: {
                [key: string]: number;
            } | null;
        };
        /** Following */
        Following: {
            /** Model Id */
            model_id: string;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** FreeStatus */
        FreeStatus: {
            /** Is Free */
            is_free: boolean;
            /** Model Id */
            model_id: string;
            /**
             * Status
             * @constant
             */
            status: "success";
        };
        /** FreeUpdate */
        FreeUpdate: {
            /**
             * Is Free
             * @default false
             */
            is_free: boolean;
            /** Model Id */
            model_id?: string | null;
        };
        /** Done */
        gateway__api__admins__Done: {
            /**
             * Status
             * @default success
             */
            status: string;
        };
        /** Done */
        gateway__api__auth__Done: {
            /** Message */
            message: string;
        };
        /** Granted */
        Granted: {
            /** Amount */
            amount: Exact;
            /** Balance */
            balance: Exact;
            /** Replayed */
            replayed: boolean;
            /** Transaction Id */
            transaction_id: number;
            /** User Id */
            user_id: string;
        };
        /** GroupOfUser */
        GroupOfUser: {
            /** Format: decimal */
            default_credits: string;
            id: string;
            is_system_group: boolean;
            name: string;
        };
        /** HintWire */
        HintWire: {
            /** Status */
            status: string;
        };
        /** History */
        History: {
            /** Next Before */
            next_before: number | null;
            /** Transactions */
            transactions: components["schemas"]["Transaction"][];
        };
        /** HistoryPage */
        HistoryPage: {
            /** Has Next */
            has_next: boolean;
            /** Has Prev */
            has_prev: boolean;
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
            /** Versions */
            versions: components["schemas"]["PastVersion"][];
        };
        /** HoldThen */
        HoldThen: {
            /** Amount */
            amount: Exact;
            /** Ended At */
            ended_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Max Tokens */
            max_tokens: number | null;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Status */
            status: string;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /**
         * Imported
         * @description What a file proposed. `skipped` lists the first 200 of `skipped_total`.
         */
        Imported: {
            /** Batch Id */
            batch_id: string;
            /** Proposed */
            proposed: number;
            /** Read */
            read: number;
            /** Skipped */
            skipped: components["schemas"]["SkippedEntry"][];
            /** Skipped Total */
            skipped_total: number;
            /** Source */
            source: string;
            /**
             * Status
             * @constant
             */
            status: "success";
            /** Unchanged */
            unchanged: number;
        };
        /** IssueGrant */
        IssueGrant: {
            /** Amount */
            amount: Exact | string;
            /** Expires At */
            expires_at?: string | null;
            /** Reason */
            reason: string;
            /**
             * Source
             * @default manual
             */
            source: string;
            /** User Id */
            user_id: string;
        };
        /** IssueKey */
        IssueKey: {
            /** Expires At */
            expires_at?: string | null;
            /** Name */
            name: string;
            /** Reason */
            reason?: string | null;
            /** Scopes */
            scopes: string[];
        };
        /** Limit */
        Limit: {
            /** Cap */
            cap: Exact;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Metric */
            metric: string;
            /** Model Id */
            model_id: string | null;
            /** Per */
            per: string;
            /** Scope */
            scope: string;
            /** Source */
            source: string;
            /** Subject */
            subject: string;
        };
        /**
         * LimitLeft
         * @description `used` counts what open holds reserve; the limit is free again at `frees_at`.
         */
        LimitLeft: {
            /** Cap */
            cap: Exact;
            /**
             * Frees At
             * Format: date-time
             */
            frees_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Left */
            left: Exact;
            /** Metric */
            metric: string;
            /** Model Id */
            model_id: string | null;
            /** Per */
            per: string;
            /** Source */
            source: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /** Used */
            used: Exact;
        };
        /**
         * Line
         * @description `count` units at `price` credits each make `amount`.
         */
        Line: {
            /** Amount */
            amount: Exact;
            /** Count */
            count: number;
            /** Price */
            price: Exact;
            /** Unit */
            unit: string;
        };
        /**
         * ListedModel
         * @description One entry of the public list.
         */
        ListedModel: {
            /**
             * Access Level
             * @enum {string}
             */
            access_level: "public" | "restricted";
            /** Context Price */
            context_price: Exact;
            /**
             * Effective From
             * Format: date-time
             */
            effective_from: string;
            /** Generation Price */
            generation_price: Exact;
            /** Id */
            id: string;
            /** Inherited From */
            inherited_from: string | null;
            /** Is Free */
            is_free: boolean;
            /** Is Restricted */
            is_restricted: boolean;
            /** Name */
            name: string;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
            /** Version Id */
            version_id: string;
        };
        /**
         * Lot
         * @description `expires_at` is null for credits that last.
         */
        Lot: {
            /** Amount */
            amount: Exact;
            /** Expires At */
            expires_at: string | null;
            /**
             * Granted At
             * Format: date-time
             */
            granted_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Remaining */
            remaining: Exact;
            /** Source */
            source: string;
        };
        /** LotThen */
        LotThen: {
            /** Amount */
            amount: Exact;
            /** Expires At */
            expires_at: string | null;
            /**
             * Granted At
             * Format: date-time
             */
            granted_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Source */
            source: string;
        };
        /**
         * ManagedModel
         * @description A model as administrators see it.
         */
        ManagedModel: {
            /**
             * Access
             * @enum {string}
             */
            access: "public" | "restricted" | "private";
            /** Base Model Id */
            base_model_id: string | null;
            /** Context Price */
            context_price: Exact;
            /** Context Price Usd */
            context_price_usd: Exact;
            /** Effective From */
            effective_from: string | null;
            /** Generation Price */
            generation_price: Exact;
            /** Generation Price Usd */
            generation_price_usd: Exact;
            /** Id */
            id: string;
            /** Inherited From */
            inherited_from: string | null;
            /** Is Active */
            is_active: boolean;
            /** Is Available */
            is_available: boolean;
            /** Is Free */
            is_free: boolean;
            /** Is Restricted */
            is_restricted: boolean;
            /** Name */
            name: string;
            /** Priced */
            priced: boolean;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
            /** Prices Usd */
            prices_usd: {
                [key: string]: Exact;
            };
            /** Restricted By Admin */
            restricted_by_admin: boolean | null;
            /** Scheduled */
            scheduled: components["schemas"]["Scheduled"][];
            /**
             * State
             * @enum {string}
             */
            state: "active" | "closed";
            /** Version Id */
            version_id: string | null;
        };
        /** Me */
        Me: {
            /**
             * Is Admin
             * @default true
             */
            is_admin: boolean;
            /** Permissions */
            permissions: string[];
            /** Role */
            role: string;
            /** Username */
            username: string;
        };
        /**
         * ModelPrice
         * @description The price of one model. `priced` is false where the default price applies.
         */
        ModelPrice: {
            /** Context Price */
            context_price: Exact;
            /** Effective From */
            effective_from?: string | null;
            /** Generation Price */
            generation_price: Exact;
            /** Id */
            id: string;
            /** Inherited From */
            inherited_from?: string | null;
            /** Is Available */
            is_available?: boolean | null;
            /** Is Free */
            is_free: boolean;
            /** Is Restricted */
            is_restricted?: boolean | null;
            /** Name */
            name: string;
            /** Priced */
            priced: boolean;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
            /** Version Id */
            version_id: string;
        };
        /** NewApiKey */
        NewApiKey: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: string;
            /**
             * Key
             * @description shown this once
             */
            key: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Rotated From */
            rotated_from: string | null;
            /** Scopes */
            scopes: string[];
        };
        /** NextAllowance */
        NextAllowance: {
            /** Amount */
            amount: Exact;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * OpenedHold
         * @description `max_tokens` is what the reservation covers: send no more than this to the model.
         */
        OpenedHold: {
            /** Format: decimal */
            amount: string;
            /** Format: decimal */
            available: string;
            /** Format: decimal */
            balance: string;
            expires_at: string;
            hold_id: string;
            is_free: boolean;
            max_tokens: number | null;
            model_id: string;
            price_version: string;
            user_id: string;
        };
        /**
         * OpenHold
         * @description `prompt_tokens` is an estimate; `usage` are other units (images …) that will be used.
         *
         *         `amount` reserves a fixed sum instead of the bound computed from these.
         */
        OpenHold: {
            /** @default auto-system */
            actor: string;
            /** @default true */
            allow_partial: boolean;
            /** @default null */
            amount: string | null;
            /** @default null */
            chat_id: string | null;
            /** @default null */
            idempotency_key: string | null;
            /** @default null */
            max_tokens: number | null;
            /** @default null */
            message_id: string | null;
            model_id: string;
            /** @default 0 */
            prompt_tokens: number;
            /** @default null */
            ttl_s: number | null;
            /** @default null */
            usage: {
                [key: string]: number;
            } | null;
            user_id: string;
        };
        /** Page */
        Page: {
            /** Entries */
            entries: components["schemas"]["Entry"][];
            /**
             * Next
             * @description `before` of the next page; null at the end
             */
            next: number | null;
        };
        /** PastReset */
        PastReset: {
            /** Error Message */
            error_message: string | null;
            /** Id */
            id: number;
            /** Metadata */
            metadata: {
                [key: string]: unknown;
            };
            /**
             * Reset Date
             * Format: date
             */
            reset_date: string;
            /**
             * Reset Timestamp
             * Format: date-time
             */
            reset_timestamp: string;
            /** Reset Type */
            reset_type: string;
            /** Status */
            status: string;
            /** Total Credits Reset */
            total_credits_reset: Exact;
            /** Users Affected */
            users_affected: number;
        };
        /**
         * PastVersion
         * @description A version of a model's own price; one that `inherits` has no prices.
         */
        PastVersion: {
            /** Actor */
            actor: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Effective From
             * Format: date-time
             */
            effective_from: string;
            /** Inherits */
            inherits: boolean;
            /** Is Free */
            is_free: boolean;
            /** Model Id */
            model_id: string;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
            /** Reason */
            reason: string;
            /** Source */
            source: string;
            /** Version Id */
            version_id: string;
        };
        /** PaymentAnswer */
        PaymentAnswer: {
            /** Confirmation Url */
            confirmation_url: string;
            /** Payment Id */
            payment_id: string | null;
            /** Status */
            status: string;
            /** Transaction Id */
            transaction_id: string | null;
        };
        /** PaymentRequest */
        PaymentRequest: {
            /** Plan Id */
            plan_id: string;
            /** Promo Code */
            promo_code?: string | null;
            /** Return Url */
            return_url: string;
            /**
             * Save Payment Method
             * @description the payer agrees to be charged for the next periods
             * @default false
             */
            save_payment_method: boolean;
        };
        /** PersonWire */
        PersonWire: {
            /** Email */
            email: string;
            /** Group Ids */
            group_ids: string[];
            /** Name */
            name: string;
            /** Role */
            role: string;
            /** User Id */
            user_id: string;
        };
        /** PlanWire */
        PlanWire: {
            /** Created At */
            created_at: number;
            /** Currency */
            currency: string;
            /** Description */
            description: string | null;
            /** Description Ru */
            description_ru: string | null;
            /** Display Order */
            display_order: number;
            /** Features */
            features: string[] | null;
            /** Id */
            id: string;
            /** Included Credits */
            included_credits: Exact;
            /** Interval */
            interval: string;
            /** Is Active */
            is_active: boolean;
            /** Name */
            name: string;
            /** Name Ru */
            name_ru: string | null;
            /** Plan Extra Metadata */
            plan_extra_metadata: {
                [key: string]: unknown;
            } | null;
            /** Price */
            price: Exact;
            /** Quotas */
            quotas: {
                [key: string]: number;
            } | null;
            /** Trial Days */
            trial_days: number;
            /** Updated At */
            updated_at: number;
        };
        /** Posted */
        Posted: {
            /** Amount */
            amount: Exact;
            /** Balance */
            balance: Exact;
            /** Replayed */
            replayed: boolean;
            /** Transaction Id */
            transaction_id: number;
            /** User Id */
            user_id: string;
        };
        /** PreviewedModel */
        PreviewedModel: {
            after: components["schemas"]["Prices"];
            before: components["schemas"]["Prices"];
            /** Id */
            id: string;
            /** Inherited From */
            inherited_from: string | null;
            /** Jumps */
            jumps: string[];
            /** Name */
            name: string;
        };
        /** Prices */
        Prices: {
            /** Is Free */
            is_free: boolean;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
        };
        /**
         * PriceUpdate
         * @description Unknown fields are ignored; `actor` is accepted and not believed.
         */
        PriceUpdate: {
            /**
             * Actor
             * @default admin
             */
            actor: string;
            /**
             * Confirm Jump
             * @default false
             */
            confirm_jump: boolean;
            /** Context Price */
            context_price: Exact | string;
            /** Effective From */
            effective_from?: string | null;
            /** Generation Price */
            generation_price: Exact | string;
            /**
             * Is Free
             * @default false
             */
            is_free: boolean;
            /** Is Restricted */
            is_restricted?: boolean | null;
            /** Model Id */
            model_id: string;
            /** Name */
            name?: string | null;
            /**
             * Price Mode
             * @default credits
             * @enum {string}
             */
            price_mode: "credits" | "usd";
            /**
             * Prices
             * @default {}
             */
            prices: {
                [key: string]: Exact | string | null;
            };
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * ProcessedWire
         * @description The password of a new account is shown here, once, and stored nowhere.
         */
        ProcessedWire: {
            /** Account */
            account: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /** Full Name */
            full_name: string;
            /** Id */
            id: number;
            /** Processed */
            processed: boolean;
            /** Processed At */
            processed_at: string | null;
            /** Processed By */
            processed_by: string | null;
            /** Temporary Password */
            temporary_password?: string | null;
        };
        /** ProcessForm */
        ProcessForm: {
            /**
             * Create Account
             * @default false
             */
            create_account: boolean;
            /**
             * Role
             * @description role of the new account
             * @default user
             * @enum {string}
             */
            role: "user" | "pending";
        };
        /** PromoCodeWire */
        PromoCodeWire: {
            /** Applies To Top Ups */
            applies_to_top_ups: boolean;
            /** Code */
            code: string;
            /** Created At */
            created_at: number;
            /** Currency */
            currency: string | null;
            /** Ends At */
            ends_at: number | null;
            /** Is Active */
            is_active: boolean;
            /** Kind */
            kind: string;
            /** Max Per User */
            max_per_user: number | null;
            /** Max Redemptions */
            max_redemptions: number | null;
            /** Note */
            note: string | null;
            /** Plan Ids */
            plan_ids: string[] | null;
            /** Redemptions */
            redemptions: number;
            /** Starts At */
            starts_at: number | null;
            /** Updated At */
            updated_at: number;
            /** Value */
            value: string;
        };
        /** ProposalPage */
        ProposalPage: {
            /** Has Next */
            has_next: boolean;
            /** Has Prev */
            has_prev: boolean;
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Proposals */
            proposals: components["schemas"]["ProposedPrice"][];
            /** Total */
            total: number;
        };
        /**
         * ProposedPrice
         * @description `jumps` are units whose approval needs confirm_jump.
         */
        ProposedPrice: {
            /** Batch Id */
            batch_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Current Prices */
            current_prices: {
                [key: string]: Exact;
            } | null;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Id */
            id: string;
            /** Is Free */
            is_free: boolean;
            /** Jumps */
            jumps: string[];
            /** Model Id */
            model_id: string;
            /** Name */
            name: string | null;
            /** Note */
            note: string;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
            /** Source */
            source: string;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "approved" | "rejected" | "superseded";
        };
        /** PublishedWire */
        PublishedWire: {
            /** Published */
            published: {
                [key: string]: number;
            };
            /** Status */
            status: string;
        };
        /**
         * Receipt
         * @description The lines sum to the amount; what was not `covered` became debt, the `shortfall`.
         */
        Receipt: {
            /** Amount */
            amount: Exact;
            /** Balance After */
            balance_after: Exact;
            /** Covered */
            covered: Exact;
            hold: components["schemas"]["HoldThen"] | null;
            /** Id */
            id: number;
            /** Lines */
            lines: components["schemas"]["Line"][];
            /** Lots */
            lots: components["schemas"]["LotThen"][];
            /** Model Id */
            model_id: string | null;
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            /** Price Version */
            price_version: string | null;
            /** Reason */
            reason: string;
            /** Sequence */
            sequence: number;
            /** Shortfall */
            shortfall: Exact;
            /** Trace Id */
            trace_id: string;
            /** Type */
            type: string;
            /** Usage */
            usage: {
                [key: string]: number;
            } | null;
        };
        /** ReconcileRequest */
        ReconcileRequest: {
            /**
             * Payment Id
             * @default
             */
            payment_id: string;
        };
        /** RefundAnswer */
        RefundAnswer: {
            /** Amount */
            amount: string;
            /** Created At */
            created_at: number;
            /** Currency */
            currency: string;
            /** Id */
            id: string;
            /** Payment Id */
            payment_id: string;
            /** Status */
            status: string;
            /** Yookassa Refund Id */
            yookassa_refund_id: string | null;
        };
        /** RefundRequest */
        RefundRequest: {
            /**
             * Amount
             * @description absent: all that is left
             */
            amount?: (Exact | string) | null;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * Refusal
         * @description The form of every refusal; `detail` is for people, `type` for programs.
         */
        Refusal: {
            /** Detail */
            detail: string | {
                [key: string]: unknown;
            }[];
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Trace Id */
            trace_id: string;
            /** Type */
            type: string;
        };
        /** RegisteredWire */
        RegisteredWire: {
            /** Message */
            message: string;
            /** Status */
            status: string;
        };
        /** ReleasedHold */
        ReleasedHold: {
            hold_id: string;
            status: string;
        };
        /** ReleaseHold */
        ReleaseHold: Record<string, never>;
        /** ResetDone */
        ResetDone: {
            /** Message */
            message: string;
            /**
             * Reset Date
             * Format: date
             */
            reset_date: string;
            /** Reset Id */
            reset_id: number;
            /** Success */
            success: boolean;
            /** Total Credits Reset */
            total_credits_reset: Exact;
            /** Users Affected */
            users_affected: number;
        };
        /** ResetStatus */
        ResetStatus: {
            /** Checker Status */
            checker_status: string;
            /** Last Reset Date */
            last_reset_date: string | null;
            /** Needs Reset */
            needs_reset: boolean;
            /** Period */
            period: string;
            /** Reset History */
            reset_history: components["schemas"]["PastReset"][];
        };
        /** RestrictionStatus */
        RestrictionStatus: {
            /** Is Restricted */
            is_restricted: boolean;
            /** Model Id */
            model_id: string;
            /**
             * Status
             * @constant
             */
            status: "success";
        };
        /**
         * RestrictionUpdate
         * @description `is_restricted: null` follows Open WebUI again.
         */
        RestrictionUpdate: {
            /**
             * Is Restricted
             * @default false
             */
            is_restricted: boolean | null;
            /** Model Id */
            model_id?: string | null;
        };
        /** RotateKey */
        RotateKey: {
            /**
             * Overlap S
             * @description the old key goes on
             * @default 3600
             */
            overlap_s: number;
            /** Reason */
            reason?: string | null;
        };
        /** RunsWire */
        RunsWire: {
            /** Next Before */
            next_before: number | null;
            /** Runs */
            runs: components["schemas"]["RunWire"][];
        };
        /** RunWire */
        RunWire: {
            /** Actor */
            actor: string;
            /** Counts */
            counts: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** Errors */
            errors: {
                [key: string]: string;
            }[];
            /** Finished At */
            finished_at: string | null;
            /** Forced */
            forced: boolean;
            /** Id */
            id: number;
            /** Kinds */
            kinds: string[];
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Status */
            status: string;
            /** Trigger */
            trigger: string;
        };
        /**
         * Scheduled
         * @description A price that applies from a moment in the future on.
         */
        Scheduled: {
            /**
             * Effective From
             * Format: date-time
             */
            effective_from: string;
            /** Inherited From */
            inherited_from: string | null;
            /** Is Free */
            is_free: boolean;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
            /** Version Id */
            version_id: string;
        };
        /** SecondFactor */
        SecondFactor: {
            /**
             * Uri
             * @description for the QR code of an authenticator app
             */
            uri: string;
        };
        /** SetAlerts */
        SetAlerts: {
            /** Thresholds */
            thresholds: components["schemas"]["AlertThreshold"][];
        };
        /**
         * SetCap
         * @description At most `cap` credits in each calendar day, week or month.
         */
        SetCap: {
            /** Cap */
            cap: Exact | string;
            /**
             * Per
             * @enum {string}
             */
            per: "day" | "week" | "month";
        };
        /** SetCredits */
        SetCredits: {
            /** Credits */
            credits: Exact | string;
            /** User Id */
            user_id: string;
        };
        /**
         * SetLimit
         * @description `subject` is a user's or a group's id; none for everybody.
         */
        SetLimit: {
            /** Cap */
            cap: Exact | string;
            /**
             * Metric
             * @default credits
             * @enum {string}
             */
            metric: "credits" | "tokens_input" | "tokens_output" | "requests" | "images" | "audio_seconds";
            /** Model Id */
            model_id?: string | null;
            /**
             * Per
             * @enum {string}
             */
            per: "day" | "week" | "month";
            /**
             * Scope
             * @enum {string}
             */
            scope: "user" | "group" | "everyone";
            /** Subject */
            subject?: string | null;
        };
        /** SettingsRequest */
        SettingsRequest: {
            /** Billing Contact Email */
            billing_contact_email?: string | null;
            /** Billing Contact Phone */
            billing_contact_phone?: string | null;
            /** Billing Language */
            billing_language?: ("en" | "ru") | null;
        };
        /** SettleHold */
        SettleHold: {
            /** @default auto-system */
            actor: string;
            /** @default null */
            cached_tokens: number | null;
            completion_tokens: number;
            prompt_tokens: number;
            /** @default null */
            reasoning_tokens: number | null;
            /** @default null */
            usage: {
                [key: string]: number;
            } | null;
        };
        /** SkippedEntry */
        SkippedEntry: {
            /** Model Id */
            model_id: string;
            /** Reason */
            reason: string;
        };
        /**
         * StatusWire
         * @description `sources` names for each kind how it is read: rest, database or not at all (null).
         */
        StatusWire: {
            /** Hints Accepted */
            hints_accepted: boolean;
            /** Interval S */
            interval_s: Exact;
            last_run: components["schemas"]["RunWire"] | null;
            last_success: components["schemas"]["RunWire"] | null;
            /** Next Due At */
            next_due_at: string | null;
            /** Running */
            running: boolean;
            /** Sources */
            sources: {
                [key: string]: string | null;
            };
            /** Totals */
            totals: {
                [key: string]: {
                    [key: string]: number;
                };
            };
        };
        /** SubscriptionWire */
        SubscriptionWire: {
            /** Auto Renew */
            auto_renew: boolean;
            /** Cancel At Period End */
            cancel_at_period_end: boolean;
            /** Created At */
            created_at: number;
            /** Current Period End */
            current_period_end: number;
            /** Current Period Start */
            current_period_start: number;
            /** Extra Metadata */
            extra_metadata: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: string;
            /** Next Plan Id */
            next_plan_id: string | null;
            /** Payment Method Id */
            payment_method_id: string | null;
            /** Plan Id */
            plan_id: string;
            /** Status */
            status: string;
            /** Trial End */
            trial_end: number | null;
            /** Updated At */
            updated_at: number;
            /** User Id */
            user_id: string;
            /** Yookassa Payment Id */
            yookassa_payment_id: string | null;
            /** Yookassa Subscription Id */
            yookassa_subscription_id: string | null;
        };
        /** SyncErrorWire */
        SyncErrorWire: {
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /** Message */
            message: string;
        };
        /**
         * SyncWire
         * @description `details` counts what was read, `changes` what became of it.
         */
        SyncWire: {
            /** Changes */
            changes: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** Details */
            details: {
                [key: string]: number;
            };
            /**
             * Dry Run
             * @default false
             */
            dry_run: boolean;
            /** Errors */
            errors: components["schemas"]["SyncErrorWire"][];
            /** Message */
            message: string;
            /** Run Id */
            run_id?: number | null;
            /** Status */
            status: string;
        };
        /**
         * TermsUpdate
         * @description What is absent or null stays.
         */
        TermsUpdate: {
            /** Default Context Price */
            default_context_price?: Exact | string | null;
            /** Default Generation Price */
            default_generation_price?: Exact | string | null;
            /** Jump Percent Max */
            jump_percent_max?: (Exact | string) | null;
            /** Token Multiplier */
            token_multiplier?: number | null;
            /** Unknown Model Policy */
            unknown_model_policy?: ("default" | "refuse") | null;
            /** Usd To Credit Ratio */
            usd_to_credit_ratio?: (Exact | string) | null;
        };
        /**
         * TermsWire
         * @description Settings that are not about one model.
         */
        TermsWire: {
            /** Default Context Price */
            default_context_price: Exact;
            /** Default Generation Price */
            default_generation_price: Exact;
            /** Jump Percent Max */
            jump_percent_max: Exact;
            /** Token Multiplier */
            token_multiplier: number;
            /**
             * Unknown Model Policy
             * @enum {string}
             */
            unknown_model_policy: "default" | "refuse";
            /** Usd To Credit Ratio */
            usd_to_credit_ratio: Exact;
        };
        /** Token */
        Token: {
            /** Access Token */
            access_token: string;
            /**
             * Token Type
             * @default bearer
             */
            token_type: string;
        };
        /** TopUpRequest */
        TopUpRequest: {
            /** Amount Kopeks */
            amount_kopeks: number;
            /** Promo Code */
            promo_code?: string | null;
            /** Return Url */
            return_url: string;
        };
        /**
         * Transaction
         * @description `amount` is signed as the account feels it.
         */
        Transaction: {
            /** Amount */
            amount: Exact;
            /** Balance After */
            balance_after: Exact;
            /** Id */
            id: number;
            /** Model Id */
            model_id: string | null;
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            /** Reason */
            reason: string;
            /** Sequence */
            sequence: number;
            /** Type */
            type: string;
            /** Usage */
            usage: {
                [key: string]: number;
            } | null;
        };
        /** TransactionWire */
        TransactionWire: {
            /** Amount */
            amount: Exact;
            /** Created At */
            created_at: number;
            /** Currency */
            currency: string;
            /** Description */
            description: string | null;
            /** Description Ru */
            description_ru: string | null;
            /** Extra Metadata */
            extra_metadata: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Receipt Url */
            receipt_url: string | null;
            /** Refunded Amount */
            refunded_amount: Exact;
            /** Status */
            status: string;
            /** Subscription Id */
            subscription_id: string | null;
            /** Updated At */
            updated_at: number;
            /** User Id */
            user_id: string;
            /** Yookassa Payment Id */
            yookassa_payment_id: string | null;
            /** Yookassa Status */
            yookassa_status: string | null;
        };
        /** TrialRequest */
        TrialRequest: {
            /** Plan Id */
            plan_id: string;
        };
        /** UpdatedGroup */
        UpdatedGroup: {
            /** Default Credits */
            default_credits: Exact;
            /** Id */
            id: string;
            /** Is Own */
            is_own: boolean;
            /** Name */
            name: string;
            /** Priority */
            priority: number;
            /** Status */
            status: string;
        };
        /**
         * UpdatedModel
         * @description The model as it is from the new price on.
         */
        UpdatedModel: {
            /**
             * Access
             * @enum {string}
             */
            access: "public" | "restricted" | "private";
            /** Base Model Id */
            base_model_id: string | null;
            /** Context Price */
            context_price: Exact;
            /** Context Price Usd */
            context_price_usd: Exact;
            /** Effective From */
            effective_from: string | null;
            /** Generation Price */
            generation_price: Exact;
            /** Generation Price Usd */
            generation_price_usd: Exact;
            /** Id */
            id: string;
            /** Inherited From */
            inherited_from: string | null;
            /** Is Active */
            is_active: boolean;
            /** Is Available */
            is_available: boolean;
            /** Is Free */
            is_free: boolean;
            /** Is Restricted */
            is_restricted: boolean;
            /** Name */
            name: string;
            /** Priced */
            priced: boolean;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
            /** Prices Usd */
            prices_usd: {
                [key: string]: Exact;
            };
            /** Restricted By Admin */
            restricted_by_admin: boolean | null;
            /** Scheduled */
            scheduled: components["schemas"]["Scheduled"][];
            /**
             * State
             * @enum {string}
             */
            state: "active" | "closed";
            /**
             * Status
             * @constant
             */
            status: "success";
            /** Version Id */
            version_id: string | null;
        };
        /** UpdatedTerms */
        UpdatedTerms: {
            /** Default Context Price */
            default_context_price: Exact;
            /** Default Generation Price */
            default_generation_price: Exact;
            /** Jump Percent Max */
            jump_percent_max: Exact;
            /** Message */
            message: string;
            /**
             * Status
             * @constant
             */
            status: "success";
            /** Token Multiplier */
            token_multiplier: number;
            /**
             * Unknown Model Policy
             * @enum {string}
             */
            unknown_model_policy: "default" | "refuse";
            /** Usd To Credit Ratio */
            usd_to_credit_ratio: Exact;
        };
        /**
         * UpdateGroup
         * @description `priority` decides under the rule `priority`: the lowest wins.
         */
        UpdateGroup: {
            /** Default Credits */
            default_credits: Exact | string;
            /** Group Id */
            group_id: string;
            /** Name */
            name: string;
            /** Priority */
            priority?: number | null;
        };
        /**
         * UpdatePlan
         * @description Fields that are absent stay; null clears a field that may be empty.
         */
        UpdatePlan: {
            /** Currency */
            currency?: ("RUB" | "USD" | "EUR") | null;
            /** Description */
            description?: string | null;
            /** Description Ru */
            description_ru?: string | null;
            /** Display Order */
            display_order?: number | null;
            /** Features */
            features?: string[] | null;
            /** Included Credits */
            included_credits?: Exact | string | null;
            /** Interval */
            interval?: ("day" | "week" | "month" | "year") | null;
            /** Is Active */
            is_active?: boolean | null;
            /** Name */
            name?: string | null;
            /** Name Ru */
            name_ru?: string | null;
            /** Price */
            price?: Exact | string | null;
            /** Quotas */
            quotas?: {
                [key: string]: number | null;
            } | null;
            /** Trial Days */
            trial_days?: number | null;
        };
        /**
         * UpdatePromoCode
         * @description Fields that are absent stay. What a code is worth never changes: make another one.
         */
        UpdatePromoCode: {
            /** Applies To Top Ups */
            applies_to_top_ups?: boolean | null;
            /** Ends At */
            ends_at?: number | null;
            /** Is Active */
            is_active?: boolean | null;
            /** Max Per User */
            max_per_user?: number | null;
            /** Max Redemptions */
            max_redemptions?: number | null;
            /** Note */
            note?: string | null;
            /** Plan Ids */
            plan_ids?: string[] | null;
            /** Starts At */
            starts_at?: number | null;
        };
        /**
         * Usage
         * @description Days are those of `time_zone`.
         */
        Usage: {
            /** Amount */
            amount: Exact;
            /** By */
            by: string;
            /** Charges */
            charges: number;
            /**
             * From
             * Format: date
             */
            from: string;
            /** Rows */
            rows: components["schemas"]["UsageRow"][];
            /** Time Zone */
            time_zone: string;
            /**
             * To
             * Format: date
             */
            to: string;
        };
        /** UsageCheck */
        UsageCheck: {
            /**
             * Amount
             * @default 1
             */
            amount: number;
            /** Metric */
            metric: string;
        };
        /** UsageRow */
        UsageRow: {
            /** Amount */
            amount: Exact;
            /** Charges */
            charges: number;
            /** Day */
            day?: string | null;
            /** Model */
            model?: string | null;
            /** Usage */
            usage: {
                [key: string]: number;
            };
        };
        /**
         * UserCredits
         * @description One user's balance; `available` is what is left after holds, credit line included.
         */
        UserCredits: {
            /** Format: decimal */
            available: string;
            /** Format: decimal */
            credits: string;
            /** Format: decimal */
            default_credits: string;
            group_id: string | null;
            group_name: string | null;
            groups: components["schemas"]["GroupOfUser"][];
            /** Format: decimal */
            held: string;
            id: string;
            status: string;
        };
        /** ValidationError */
        ValidationError: {
            /** Context */
            ctx?: Record<string, never>;
            /** Input */
            input?: unknown;
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
        };
        /** Why */
        Why: {
            /** Reason */
            reason: string;
        };
        /** Withdrawal */
        Withdrawal: {
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Version Id
             * Format: uuid
             */
            version_id: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    billing_alarms_admin_billing_alarms_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    billing_read_admin_billing_audit_get: {
        parameters: {
            query?: {
                action?: string | null;
                entity_id?: string | null;
                entity_type?: string | null;
                from?: number | null;
                page?: number;
                page_size?: number;
                to?: number | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_refund_admin_billing_payments__payment_id__refund_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundAnswer"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_list_plans_admin_billing_plans_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    billing_create_admin_billing_plans_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePlan"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_read_admin_billing_plans__plan_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_update_admin_billing_plans__plan_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePlan"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_delete_admin_billing_plans__plan_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_duplicate_admin_billing_plans__plan_id__duplicate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_subscribers_admin_billing_plans__plan_id__subscribers_get: {
        parameters: {
            query?: {
                page?: number;
                page_size?: number;
            };
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_toggle_admin_billing_plans__plan_id__toggle_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_list_codes_admin_billing_promo_codes_get: {
        parameters: {
            query?: {
                is_active?: boolean | null;
                page?: number;
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_create_admin_billing_promo_codes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePromoCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodeWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_read_admin_billing_promo_codes__code__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodeWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_update_admin_billing_promo_codes__code__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePromoCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodeWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_delete_admin_billing_promo_codes__code__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_redemptions_admin_billing_promo_codes__code__redemptions_get: {
        parameters: {
            query?: {
                page?: number;
                page_size?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_churn_admin_billing_reports_churn_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_failed_payments_admin_billing_reports_failed_payments_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_revenue_admin_billing_reports_revenue_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_summary_admin_billing_reports_summary_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_read_admin_billing_users__user_id__subscription_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_assign_admin_billing_users__user_id__subscription_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gateway_list_admins_api_admin_admins_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Administrator"][];
                };
            };
        };
    };
    gateway_add_api_admin_admins_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAdmin"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Administrator"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gateway_one_admin_api_admin_admins__username__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Administrator"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gateway_disable_api_admin_admins__username__delete: {
        parameters: {
            query?: {
                reason?: string | null;
            };
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Administrator"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gateway_change_api_admin_admins__username__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAdmin"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Administrator"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gateway_read_api_admin_audit_get: {
        parameters: {
            query?: {
                action?: string | null;
                actor?: string | null;
                before?: number | null;
                limit?: number;
                target?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gateway_list_keys_api_admin_keys_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"][];
                };
            };
        };
    };
    gateway_issue_api_admin_keys_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueKey"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gateway_revoke_api_admin_keys__id__delete: {
        parameters: {
            query?: {
                reason?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gateway_rotate_api_admin_keys__id__rotate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateKey"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gateway_my_password_api_admin_me_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["gateway__api__admins__Done"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gateway_start_totp_api_admin_me_totp_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
        };
    };
    gateway_remove_totp_api_admin_me_totp_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Code"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["gateway__api__admins__Done"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gateway_confirm_totp_api_admin_me_totp_confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Code"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["gateway__api__admins__Done"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sync_listing_api_credits_admin_waiting_list_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                /** @description only these; both if absent */
                processed?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicantWire"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sync_process_api_credits_admin_waiting_list__applicant_id__process_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicant_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ProcessForm"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessedWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sync_clean_up_api_credits_admin_waiting_list_cleanup_post: {
        parameters: {
            query?: {
                action?: "delete" | "clear";
                /** @description who is deleted */
                scope?: "processed" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sync_clear_hashes_api_credits_admin_waiting_list_clear_hashes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneWire"];
                };
            };
        };
    };
    sync_download_api_credits_admin_waiting_list_download_get: {
        parameters: {
            query?: {
                /** @description only these; both if absent */
                processed?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_post__api_credits_deduct_tokens: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeductTokens"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deduction"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    ledger_get_grants_api_credits_grants_get: {
        parameters: {
            query: {
                /** @description also those with nothing left */
                spent?: boolean;
                user_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_post_grant_api_credits_grants_post: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueGrant"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Granted"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_groups_api_credits_groups_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    ledger_post_update_api_credits_groups_update_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateGroup"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedGroup"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_post__api_credits_holds: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenHold"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedHold"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    ledger_post__api_credits_holds_hold_id_extend: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendHold"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtendedHold"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    ledger_post__api_credits_holds_hold_id_release: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseHold"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasedHold"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    ledger_post__api_credits_holds_hold_id_settle: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleHold"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deduction"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    ledger_get_limits_api_credits_limits_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limit"][];
                };
            };
        };
    };
    ledger_post_limit_api_credits_limits_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLimit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limit"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_delete_limit_api_credits_limits__limit_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                limit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    pricing_model_price_api_credits_model__model_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelPrice"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_models_api_credits_models_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagedModel"][];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_apply_api_credits_models_bulk_apply_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkApproval"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkDone"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_preview_api_credits_models_bulk_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkPreview"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_changes_api_credits_models_changes_get: {
        parameters: {
            query?: {
                limit?: number;
                model_id?: string | null;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_export_api_credits_models_export_get: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx" | "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_follow_api_credits_models_follow_base_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Following"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedModel"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_history_api_credits_models_history_get: {
        parameters: {
            query: {
                limit?: number;
                model_id: string;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_import_file_api_credits_models_import_post: {
        parameters: {
            query: {
                format: "csv" | "xlsx" | "openrouter" | "litellm";
                include_unknown?: boolean;
                price_mode?: ("credits" | "usd") | null;
            };
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_proposals_api_credits_models_proposals_get: {
        parameters: {
            query?: {
                batch_id?: string | null;
                limit?: number;
                offset?: number;
                status?: "open" | "approved" | "rejected" | "superseded";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalPage"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_decide_api_credits_models_proposals_decide_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decisions"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_update_api_credits_models_update_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedModel"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_update_free_status_api_credits_models_update_free_status_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreeUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreeStatus"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_update_restriction_status_api_credits_models_update_restriction_status_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestrictionUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestrictionStatus"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_withdraw_api_credits_models_withdraw_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedModel"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_settings_api_credits_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsWire"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    pricing_update_settings_api_credits_settings_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermsUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedTerms"];
                };
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    ledger_get_breakdown_api_credits_statistics_breakdown_get: {
        parameters: {
            query?: {
                by?: "day" | "model" | "group" | "user";
                model_id?: string | null;
                since?: string | null;
                until?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_current_usage_api_credits_statistics_current_usage_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    ledger_get_monthly_api_credits_statistics_monthly_get: {
        parameters: {
            query?: {
                month?: number | null;
                year?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_user_api_credits_statistics_user__user_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_yearly_api_credits_statistics_yearly_get: {
        parameters: {
            query?: {
                year?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sync_run_api_credits_sync_all_post: {
        parameters: {
            query?: {
                /** @description say what would change, and change nothing */
                dry_run?: boolean;
                /** @description believe a reading that would close very many */
                force?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sync_run_api_credits_sync_groups_post: {
        parameters: {
            query?: {
                /** @description say what would change, and change nothing */
                dry_run?: boolean;
                /** @description believe a reading that would close very many */
                force?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sync_run_api_credits_sync_models_post: {
        parameters: {
            query?: {
                /** @description say what would change, and change nothing */
                dry_run?: boolean;
                /** @description believe a reading that would close very many */
                force?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sync_run_api_credits_sync_user_groups_post: {
        parameters: {
            query?: {
                /** @description say what would change, and change nothing */
                dry_run?: boolean;
                /** @description believe a reading that would close very many */
                force?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sync_run_api_credits_sync_users_post: {
        parameters: {
            query?: {
                /** @description say what would change, and change nothing */
                dry_run?: boolean;
                /** @description believe a reading that would close very many */
                force?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_system_logs_api_credits_system_logs_get: {
        parameters: {
            query?: {
                actor?: string | null;
                limit?: number;
                model_id?: string | null;
                offset?: number;
                /** @description included */
                since?: string | null;
                type?: string | null;
                /** @description not included */
                until?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_transactions_api_credits_transactions_get: {
        parameters: {
            query?: {
                actor?: string | null;
                limit?: number;
                model_id?: string | null;
                offset?: number;
                /** @description included */
                since?: string | null;
                type?: ("deduct" | "manual_update" | "monthly_reset" | "grant" | "expiry" | "reversal" | "refund" | "opening") | null;
                /** @description not included */
                until?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_post_reversal_api_credits_transactions__transaction_id__reverse_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                transaction_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Why"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Posted"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_post_update_api_credits_update_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCredits"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditsSet"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get__api_credits_user_user_id_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserCredits"];
                };
            };
            /** @description Refused */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    ledger_get_user_limits_api_credits_user__user_id__limits_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_user_transactions_api_credits_user__user_id__transactions_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_users_api_credits_users_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    ledger_post_account_api_ledger_accounts__user_id__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAccount"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAccount"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_post_adjustment_api_ledger_adjustments_post: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Adjust"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Posted"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_post_apply_api_ledger_allowances_apply_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyAllowances"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_preview_api_ledger_allowances_preview_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    ledger_get_audit_api_ledger_audit_get: {
        parameters: {
            query?: {
                actor?: string | null;
                limit?: number;
                model_id?: string | null;
                offset?: number;
                /** @description included */
                since?: string | null;
                type?: string | null;
                /** @description not included */
                until?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_batches_api_ledger_grant_batches_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    ledger_post_batch_api_ledger_grant_batches_post: {
        parameters: {
            query: {
                dry_run?: boolean;
                reason: string;
            };
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_post_undo_api_ledger_grant_batches__batch_id__undo_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Why"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_delete_api_ledger_groups__group_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_members_api_ledger_groups__group_id__members_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_post_members_api_ledger_groups__group_id__members_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMembers"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_system_logs_file_api_ledger_system_logs_export_get: {
        parameters: {
            query?: {
                actor?: string | null;
                format?: "csv" | "xlsx";
                model_id?: string | null;
                /** @description included */
                since?: string | null;
                type?: string | null;
                /** @description not included */
                until?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_transactions_file_api_ledger_transactions_export_get: {
        parameters: {
            query?: {
                actor?: string | null;
                format?: "csv" | "xlsx";
                model_id?: string | null;
                /** @description included */
                since?: string | null;
                type?: ("deduct" | "manual_update" | "monthly_reset" | "grant" | "expiry" | "reversal" | "refund" | "opening") | null;
                /** @description not included */
                until?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_alerts_api_me_alerts_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alerts"];
                };
            };
        };
    };
    ledger_put_alerts_api_me_alerts_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAlerts"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alerts"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_balance_api_me_balance_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
                };
            };
        };
    };
    ledger_put_cap_api_me_cap_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCap"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitLeft"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_delete_cap_api_me_cap_delete: {
        parameters: {
            query: {
                per: "day" | "week" | "month";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_export_api_me_export_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ledger_get_history_api_me_history_get: {
        parameters: {
            query?: {
                before?: number | null;
                /** @description first day, included */
                from?: string | null;
                limit?: number;
                model?: string | null;
                /** @description last day, included */
                to?: string | null;
                type?: ("charge" | "allowance" | "grant" | "adjustment" | "expiry" | "reversal" | "refund" | "opening") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_receipt_api_me_receipts__transaction_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transaction_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_usage_api_me_usage_get: {
        parameters: {
            query?: {
                by?: "day" | "model";
                /** @description first day, included */
                from?: string | null;
                /** @description last day, included */
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    pricing_public_pricing_api_public_models_pricing_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedModel"][];
                };
            };
            /** @description The ETag in If-None-Match is still current */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not authenticated */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not permitted */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The key or the state excludes it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A value cannot be accepted */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    ledger_post_manual_api_reset_manual_post: {
        parameters: {
            query?: {
                /** @description grant this period's allowance again */
                force?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetDone"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ledger_get_status_api_reset_status_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetStatus"];
                };
            };
        };
    };
    sync_show_drift_api_sync_drift_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriftWire"];
                };
            };
        };
    };
    sync_hint_api_sync_hints__secret__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HintWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sync_tell_again_api_sync_publish_again_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedWire"];
                };
            };
        };
    };
    sync_runs_api_sync_runs_get: {
        parameters: {
            query?: {
                /** @description next_before of the page above */
                before?: number | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunsWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sync_status_api_sync_status_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusWire"];
                };
            };
        };
    };
    billing_alarms_api_v1_admin_billing_alarms_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    billing_read_api_v1_admin_billing_audit_get: {
        parameters: {
            query?: {
                action?: string | null;
                entity_id?: string | null;
                entity_type?: string | null;
                from?: number | null;
                page?: number;
                page_size?: number;
                to?: number | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_refund_api_v1_admin_billing_payments__payment_id__refund_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundAnswer"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_list_plans_api_v1_admin_billing_plans_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    billing_create_api_v1_admin_billing_plans_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePlan"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_read_api_v1_admin_billing_plans__plan_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_update_api_v1_admin_billing_plans__plan_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePlan"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_delete_api_v1_admin_billing_plans__plan_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_duplicate_api_v1_admin_billing_plans__plan_id__duplicate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_subscribers_api_v1_admin_billing_plans__plan_id__subscribers_get: {
        parameters: {
            query?: {
                page?: number;
                page_size?: number;
            };
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_toggle_api_v1_admin_billing_plans__plan_id__toggle_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_list_codes_api_v1_admin_billing_promo_codes_get: {
        parameters: {
            query?: {
                is_active?: boolean | null;
                page?: number;
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_create_api_v1_admin_billing_promo_codes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePromoCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodeWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_read_api_v1_admin_billing_promo_codes__code__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodeWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_update_api_v1_admin_billing_promo_codes__code__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePromoCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodeWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_delete_api_v1_admin_billing_promo_codes__code__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_redemptions_api_v1_admin_billing_promo_codes__code__redemptions_get: {
        parameters: {
            query?: {
                page?: number;
                page_size?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_churn_api_v1_admin_billing_reports_churn_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_failed_payments_api_v1_admin_billing_reports_failed_payments_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_revenue_api_v1_admin_billing_reports_revenue_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_summary_api_v1_admin_billing_reports_summary_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_read_api_v1_admin_billing_users__user_id__subscription_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_assign_api_v1_admin_billing_users__user_id__subscription_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_auto_top_up_api_v1_billing_auto_topup_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutoTopUpRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_balance_api_v1_billing_balance_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    billing_ledger_api_v1_billing_ledger_get: {
        parameters: {
            query?: {
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_me_api_v1_billing_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    billing_pay_api_v1_billing_payment_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAnswer"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_unlink_api_v1_billing_payment_methods_unlink_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    billing_list_plans_api_v1_billing_plans_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"][];
                };
            };
        };
    };
    billing_create_api_v1_billing_plans_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePlan"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_read_api_v1_billing_plans__plan_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_list_public_api_v1_billing_plans_public_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    billing_settings_api_v1_billing_settings_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_read_api_v1_billing_subscription_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"] | null;
                };
            };
        };
    };
    billing_cancel_api_v1_billing_subscription_cancel_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_resume_api_v1_billing_subscription_resume_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"];
                };
            };
        };
    };
    billing_trial_api_v1_billing_subscription_trial_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_top_up_api_v1_billing_topup_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopUpRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_reconcile_api_v1_billing_topup_reconcile_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconcileRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_transactions_api_v1_billing_transactions_get: {
        parameters: {
            query?: {
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionWire"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_usage_events_api_v1_billing_usage_events_get: {
        parameters: {
            query?: {
                billing_source?: string | null;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_read_api_v1_billing_usage__metric__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                metric: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_check_api_v1_billing_usage_check_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsageCheck"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_take_api_v1_billing_webhook_yookassa_post: {
        parameters: {
            query?: {
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_take_by_path_api_v1_billing_webhook_yookassa__token__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gateway_login_auth_login_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Body_login_auth_login_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gateway_logout_auth_logout_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["gateway__api__auth__Done"];
                };
            };
        };
    };
    gateway_me_auth_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    billing_auto_top_up_billing_auto_topup_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutoTopUpRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_balance_billing_balance_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    billing_ledger_billing_ledger_get: {
        parameters: {
            query?: {
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_me_billing_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    billing_pay_billing_payment_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAnswer"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_unlink_billing_payment_methods_unlink_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    billing_list_plans_billing_plans_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"][];
                };
            };
        };
    };
    billing_create_billing_plans_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePlan"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_read_billing_plans__plan_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_list_public_billing_plans_public_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    billing_settings_billing_settings_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_read_billing_subscription_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"] | null;
                };
            };
        };
    };
    billing_cancel_billing_subscription_cancel_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_resume_billing_subscription_resume_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"];
                };
            };
        };
    };
    billing_trial_billing_subscription_trial_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_top_up_billing_topup_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopUpRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_reconcile_billing_topup_reconcile_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconcileRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_transactions_billing_transactions_get: {
        parameters: {
            query?: {
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionWire"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_usage_events_billing_usage_events_get: {
        parameters: {
            query?: {
                billing_source?: string | null;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_read_billing_usage__metric__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                metric: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_check_billing_usage_check_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsageCheck"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_take_billing_webhook_yookassa_post: {
        parameters: {
            query?: {
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    billing_take_by_path_billing_webhook_yookassa__token__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    gateway_health_health_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    gateway_live_health_live_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
        };
    };
    gateway_is_ready_health_ready_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    sync_show_waiting_list_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    sync_register_waiting_list_register_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Email */
                    email: string;
                    /** Full Name */
                    full_name: string;
                };
                "application/x-www-form-urlencoded": {
                    /** Email */
                    email: string;
                    /** Full Name */
                    full_name: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredWire"];
                };
            };
        };
    };
}
