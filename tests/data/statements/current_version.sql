SELECT CHANGE_TRACKING_CURRENT_VERSION() AS [current_version],
       @@SPID AS [session],
       @@TRANCOUNT AS [depth],
       CURRENT_TRANSACTION_ID() AS [transaction_id];
