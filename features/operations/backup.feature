@needs:backup
@one-tenant
@service:wallet
Feature: Backups
  What is lost is brought back as it was when the last backup was made.

  @severity:critical
  Scenario: A backup brings back every balance as it was
    Given Anna is a customer with 500 points
    And a backup of the platform has been made
    And Anna has been credited 100 points
    When the backup is brought to life
    Then in the backup Anna has 500 points
    And Anna has 600 points
